package io.capitune.bench.auth;

import java.util.Arrays;
import java.util.Random;

import io.capitune.bench.report.Samples;

/** Between what a difference lies with a confidence of 95 %, in milliseconds. */
record Bounds(double lower, double upper) {

    private static final int DRAWS = 2000;
    private static final int LOWER = DRAWS * 25 / 1000;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Of the first one's median less the second one's: the percentile bootstrap over pairs, seeded. What was measured one after the other
     * stays together, so that a machine that gets slower on the way widens nothing: it slows both of a pair.
     */
    static Bounds ofMedians(Samples one, Samples other) {
        var random = new Random(7);
        var first = one.nanos();
        var second = other.nanos();
        var differences = new double[DRAWS];
        for (var i = 0; i < DRAWS; i++) {
            var pairs = random.ints(first.length, 0, first.length).toArray();
            differences[i] = (drawnMedian(first, pairs) - drawnMedian(second, pairs)) / NANOS_PER_MILLI;
        }
        Arrays.sort(differences);
        return new Bounds(differences[LOWER], differences[DRAWS - 1 - LOWER]);
    }

    boolean within(double most) {
        return -most <= lower && upper <= most;
    }

    private static double drawnMedian(long[] all, int[] pairs) {
        var drawn = Arrays.stream(pairs).mapToLong(i -> all[i]).sorted().toArray();
        return drawn[drawn.length / 2];
    }
}
