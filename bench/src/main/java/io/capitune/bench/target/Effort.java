package io.capitune.bench.target;

import java.util.OptionalInt;

/**
 * How much is done.
 *
 * @param quick a tenth of everything, to try a benchmark that was changed
 * @param jobs how many jobs a soak has, where that was asked for
 */
public record Effort(boolean quick, OptionalInt jobs) {

    /** So many repetitions, or a tenth, but one at least. */
    public int of(int full) {
        return quick ? Math.max(1, full / 10) : full;
    }
}
