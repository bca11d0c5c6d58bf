package io.capitune.cv.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the end of a job's file has come.
 *
 * @param notice id of the event that announces it
 * @param noticedAt when that event was written
 * @param goesAt the announced end: the file stays until then at least
 * @param toldAt when the notice was sent; null where it was not, or nobody has looked yet
 * @param goneAt when the file went; null while it is there
 */
public record FileExpiry(
        String notice,
        Instant noticedAt,
        Instant goesAt,
        @Nullable Instant toldAt,
        @Nullable Instant goneAt) {

    /** An end that was just announced. */
    public static FileExpiry announced(String notice, Instant noticedAt, Instant goesAt) {
        return new FileExpiry(notice, noticedAt, goesAt, null, null);
    }
}
