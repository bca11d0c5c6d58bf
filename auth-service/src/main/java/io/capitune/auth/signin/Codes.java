package io.capitune.auth.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** Six digits hide nothing under a plain hash: codes are stored under a key that is not in the database. */
@ApplicationScoped
public class Codes {

    static final int DIGITS = 6;
    private static final Pattern TYPED = Pattern.compile("[0-9]{" + DIGITS + "}");

    private final Sealer sealer;

    Codes(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The code that a person typed, spaces and dashes aside; empty when it cannot be one. */
    public static Optional<String> read(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(it -> it.replaceAll("[\\s\u00a0\u202f-]", ""))
                .filter(it -> TYPED.matcher(it).matches());
    }

    String mac(String signInId, String code) {
        return sealer.mac("signin-code", signInId + ":" + code);
    }

    /** Compares in constant time. */
    boolean matches(SignIn signIn, String code) {
        return MessageDigest.isEqual(
                mac(signIn.id(), code).getBytes(StandardCharsets.US_ASCII),
                signIn.codeMac().getBytes(StandardCharsets.US_ASCII));
    }
}
