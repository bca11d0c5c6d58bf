package io.capitune.auth.device;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A browser or API client in which an account was opened. What it is known by is stored as a hash that only this account's entry has:
 * two accounts that one browser opens do not show that they share it.
 *
 * @param sessionId the session that it opened last
 * @param secondStepAt when a session was last opened in it with a second step; null where none was, and for older devices
 * @param expiresAt when it is forgotten, a year after its last use
 */
public record Device(
        @BsonId String id,
        String accountId,
        DeviceName name,
        String sessionId,
        Instant firstUsedAt,
        Instant lastUsedAt,
        @Nullable Instant secondStepAt,
        Instant expiresAt,
        int v) {

    static final int VERSION = 1;
}
