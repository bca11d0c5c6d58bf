package io.capitune.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

import io.capitune.auth.factor.Totp;

/** An app that shows the codes of one account. */
public final class AuthenticatorApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final Clock clock;

    public AuthenticatorApp(byte[] secret, Clock clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** One that was given its key as a person types it. */
    public static AuthenticatorApp ofKey(String base32, Clock clock) {
        var bytes = new byte[base32.length() * 5 / 8];
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var value = ALPHABET.indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return new AuthenticatorApp(bytes, clock);
    }

    /** The code of the moment. */
    public String code() {
        return code(Duration.ZERO);
    }

    /** The code so much later, or earlier. */
    public String code(Duration later) {
        return Totp.code(secret, clock.instant().plus(later));
    }

    /** A code that no step near the moment has. */
    public String wrongCode() {
        var near = Arrays.asList(
                code(Duration.ofSeconds(-60)),
                code(Duration.ofSeconds(-30)),
                code(),
                code(Duration.ofSeconds(30)),
                code(Duration.ofSeconds(60)));
        for (var guess = 0; ; guess++) {
            var code = "%06d".formatted(guess);
            if (!near.contains(code)) {
                return code;
            }
        }
    }
}
