package io.capitune.auth.session;

import java.time.Duration;
import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A session as stored, of a browser or of an API client. The cookie's secret is not in it, only its SHA-256; {@code expiresAt} is
 * the earlier of the idle and the absolute end.
 *
 * @param device what the browser or client says that it is ({@code User-Agent}), cut; null for older sessions and silent clients
 * @param kind null for a browser's session that is older than the difference
 * @param shared whether others use the device; null for older sessions
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
        @Nullable String device,
        @Nullable Kind kind,
        @Nullable Boolean shared,
        int v) {

    static final int VERSION = 1;

    private static final int DEVICE_LENGTH = 300;

    /** Who keeps it. */
    public enum Kind {
        BROWSER,
        API
    }

    static Session start(String id, String tokenHash, String accountId, Instant now, Duration idle, Duration absolute) {
        var end = end(now, now, idle, absolute);
        return new Session(id, tokenHash, accountId, now, now, end, null, null, Kind.BROWSER, false, VERSION);
    }

    /** The same session, on this device. */
    Session on(@Nullable String userAgent, Kind kept, boolean isShared) {
        var named = userAgent == null || userAgent.length() <= DEVICE_LENGTH
                ? userAgent
                : userAgent.substring(0, DEVICE_LENGTH);
        return new Session(
                id, tokenHash, accountId, createdAt, lastUsedAt, expiresAt, secondFactorAt, named, kept, isShared, v);
    }

    /** The same session, used now. */
    Session used(Instant now, Duration idle, Duration absolute) {
        var end = end(createdAt, now, idle, absolute);
        return new Session(id, tokenHash, accountId, createdAt, now, end, secondFactorAt, device, kind, shared, v);
    }

    /** The same session, opened with a second factor. */
    Session withSecondFactor() {
        return new Session(
                id, tokenHash, accountId, createdAt, lastUsedAt, expiresAt, createdAt, device, kind, shared, v);
    }

    /** Whether others use the device. */
    boolean isShared() {
        return Boolean.TRUE.equals(shared);
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
