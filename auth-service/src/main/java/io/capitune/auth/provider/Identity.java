package io.capitune.auth.provider;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's identity at a provider, linked to their account: no two have the same issuer and subject.
 *
 * @param provider its name in the configuration when it was linked
 * @param email the address by which it was linked; what the provider says later is not asked
 * @param createdAt since when it counts; while it waits, since when it does that
 * @param pendingUntil null for one that counts; set while its first sign-in waits for a second step, and it is worth nothing until then
 */
public record Identity(
        @BsonId String id,
        String issuer,
        String subject,
        String accountId,
        String provider,
        String email,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant pendingUntil,
        int v) {

    static final int VERSION = 1;

    @Override
    public String toString() {
        return "an identity at " + provider;
    }
}
