package io.capitune.cvjob.metric;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A figure that costs something to get: kept for a while, and the longer the more it cost, so that getting it takes a
 * hundredth of the time at most, however long the queue and however often somebody asks.
 */
final class Remembered<T> {

    private static final long SHARE = 100;

    /** Also what could not be had for lack of a database is asked for again by then. */
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final Supplier<T> source;
    private final long least;
    private final LongSupplier nanos;
    private @Nullable T value;
    private long until;

    /**
     * A figure that was not asked for yet.
     *
     * @param least how long it is kept at least
     * @param nanos a clock that only goes forward
     */
    Remembered(Supplier<T> source, Duration least, LongSupplier nanos) {
        this.source = source;
        this.least = least.toNanos();
        this.nanos = nanos;
    }

    synchronized T get() {
        var known = value;
        var began = nanos.getAsLong();
        if (known != null && began - until < 0) {
            return known;
        }
        var fresh = source.get();
        var ended = nanos.getAsLong();
        value = fresh;
        until = ended + Math.max(least, Math.min((ended - began) * SHARE, LONGEST));
        return fresh;
    }
}
