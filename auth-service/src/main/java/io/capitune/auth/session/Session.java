package io.capitune.auth.session;

import java.time.Duration;
import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A browser's session as stored. The cookie's secret is not in it, only its SHA-256; {@code expiresAt} is the earlier of the
 * idle and the absolute end.
 *
 * @param secondFactorAt when a second factor was proved, at its sign-in; null when none was
 */
public record Session(
        @BsonId String id,
        String tokenHash,
        String accountId,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        @Nullable Instant secondFactorAt,
        int v) {

    static final int VERSION = 1;

    static Session start(String id, String tokenHash, String accountId, Instant now, Duration idle, Duration absolute) {
        return new Session(id, tokenHash, accountId, now, now, end(now, now, idle, absolute), null, VERSION);
    }

    /** The same session, used now. */
    Session used(Instant now, Duration idle, Duration absolute) {
        return new Session(
                id, tokenHash, accountId, createdAt, now, end(createdAt, now, idle, absolute), secondFactorAt, v);
    }

    /** The same session, opened with a second factor. */
    Session withSecondFactor() {
        return new Session(id, tokenHash, accountId, createdAt, lastUsedAt, expiresAt, createdAt, v);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private static Instant end(Instant createdAt, Instant lastUsedAt, Duration idle, Duration absolute) {
        var idleEnd = lastUsedAt.plus(idle);
        var absoluteEnd = createdAt.plus(absolute);
        return idleEnd.isBefore(absoluteEnd) ? idleEnd : absoluteEnd;
    }
}
