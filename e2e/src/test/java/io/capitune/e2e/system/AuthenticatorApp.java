package io.capitune.e2e.system;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app that shows codes (RFC 6238), given its key as a person types it. */
public final class AuthenticatorApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP = 30;

    private final byte[] secret;

    public AuthenticatorApp(String key) {
        var base32 = key.replaceAll("\\s", "");
        secret = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < secret.length * 8; bit++) {
            var value = ALPHABET.indexOf(base32.charAt(bit / 5));
            secret[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
    }

    /** An app that somebody is asked for from their next sign-in on. */
    public static AuthenticatorApp setUpFor(Candidate owner) {
        var draft = owner.post("/api/auth/second-factor/options").json();
        var app = new AuthenticatorApp(draft.get("secret").asText());
        var confirmation =
                Json.object().put("draft", draft.get("draft").asText()).put("code", app.code());
        var answer = owner.postJson("/api/auth/second-factor", confirmation.toString());
        if (answer.status() != 200) {
            throw new AssertionError("the app's code answered " + answer);
        }
        return app;
    }

    /** The code of the moment. */
    public String code() {
        return code(Instant.now());
    }

    /** The code of the step that comes next, which is taken already and was surely not used. */
    public String nextCode() {
        return code(Instant.now().plusSeconds(STEP));
    }

    /** One of the recovery codes that its owner has from here on, given for {@link #nextCode}. */
    public String recoveryCode(Candidate owner) {
        var code = Json.object().put("code", nextCode());
        var renewed = owner.postJson("/api/auth/second-factor/recovery-codes", code.toString());
        if (renewed.status() != 200) {
            throw new AssertionError("asking for recovery codes answered " + renewed);
        }
        return renewed.json().get("recoveryCodes").get(0).asText();
    }

    /** A code that it shows neither now nor in the steps around. */
    public String wrongCode() {
        var near = Set.of(code(Instant.now().minusSeconds(STEP)), code(), nextCode());
        return IntStream.range(0, near.size() + 1)
                .mapToObj("%06d"::formatted)
                .filter(code -> !near.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private String code(Instant moment) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(moment.getEpochSecond() / STEP)
                    .array());
            var number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES)
                            .getInt()
                    & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
