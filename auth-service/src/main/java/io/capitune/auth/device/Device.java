package io.capitune.auth.device;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A browser or API client in which an account was opened. What it is known by is stored as a hash that only this account's entry has:
 * two accounts that one browser opens do not show that they share it.
 *
 * @param sessionId the session that it opened last
 * @param expiresAt when it is forgotten, a year after its last use
 */
public record Device(
        @BsonId String id,
        String accountId,
        DeviceName name,
        String sessionId,
        Instant firstUsedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        int v) {

    static final int VERSION = 1;
}
