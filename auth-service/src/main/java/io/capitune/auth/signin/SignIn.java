package io.capitune.auth.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.random.Hashes;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that was asked for. Neither the link's token nor the browser's cookie nor the code can be read from it: the first
 * two are stored as SHA-256, the code (too short for that) under a key from the environment.
 *
 * @param mailed whether link and code went out; if a limit kept them back, nothing completes this sign-in, not even a guess
 */
public record SignIn(
        @BsonId String id,
        String email,
        String tokenHash,
        String browserHash,
        String codeMac,
        int tries,
        String next,
        String locale,
        boolean shared,
        boolean mailed,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant consumedAt,
        int v) {

    static final int VERSION = 1;

    public EmailAddress address() {
        return new EmailAddress(email);
    }

    /** Whether this browser asked for it. */
    public boolean askedBy(String browser) {
        return MessageDigest.isEqual(
                Hashes.sha256(browser).getBytes(StandardCharsets.US_ASCII),
                browserHash.getBytes(StandardCharsets.US_ASCII));
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
