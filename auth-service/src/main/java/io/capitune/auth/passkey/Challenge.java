package io.capitune.auth.passkey;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A challenge that waits for its answer.
 *
 * @param hash its SHA-256
 * @param browserHash SHA-256 of the secret of the browser that asked for it
 * @param accountId whose passkey is to be made; null where somebody wants to sign in
 */
public record Challenge(
        @BsonId String hash, String browserHash, @Nullable String accountId, Instant expiresAt, int v) {

    static final int VERSION = 1;
}
