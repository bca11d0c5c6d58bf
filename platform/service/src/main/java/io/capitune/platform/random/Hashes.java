package io.capitune.platform.random;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** One-way forms of values that are themselves unguessable, such as session tokens. */
public final class Hashes {

    private Hashes() {}

    /** SHA-256 of the UTF-8 bytes, as base64url without padding. */
    public static String sha256(String value) {
        return sha256(value.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of the bytes, as base64url without padding. */
    public static String sha256(byte[] value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256Bytes(value));
    }

    /** The 32 bytes of SHA-256. */
    public static byte[] sha256Bytes(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
