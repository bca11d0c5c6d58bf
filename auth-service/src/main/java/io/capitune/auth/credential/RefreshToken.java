package io.capitune.auth.credential;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token as stored: its SHA-256 is the id. All of one session are a family; one of them is not used yet.
 *
 * @param usedAt when it was exchanged for the next one; null until then
 */
public record RefreshToken(
        @BsonId String id,
        String sessionId,
        String accountId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        int v) {

    static final int VERSION = 1;
}
