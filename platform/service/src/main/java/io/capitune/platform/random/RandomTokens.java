package io.capitune.platform.random;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

/** Unguessable strings, all from one secure source. */
@ApplicationScoped
public class RandomTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    /** 256 bit as 43 base64url characters: sessions and links. */
    public String token() {
        return BASE64.encodeToString(bytes(32));
    }

    /** 128 bit as 22 base64url characters: document ids and file names. */
    public String id() {
        return BASE64.encodeToString(bytes(16));
    }

    /** {@code count} decimal digits, leading zeros included: codes that people type. */
    public String digits(int count) {
        var digits = new StringBuilder(count);
        for (var i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** {@code count} random bytes. */
    public byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
