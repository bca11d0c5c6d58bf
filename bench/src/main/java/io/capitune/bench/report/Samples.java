package io.capitune.bench.report;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations of one thing that was done many times. Threads may add at the same time. */
public final class Samples {

    private static final double NANOS_PER_MILLI = 1e6;

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    /** Something that can be timed. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does the work and keeps how long it took. */
    public <T, E extends Exception> T time(Work<T, E> work) throws E {
        var began = System.nanoTime();
        var result = work.run();
        add(System.nanoTime() - began);
        return result;
    }

    /** Keeps a duration that was measured elsewhere. */
    public void add(long durationNanos) {
        nanos.add(durationNanos);
    }

    /** How many there are. */
    public int count() {
        return nanos.size();
    }

    /** Each of them, in nanoseconds. */
    public long[] nanos() {
        return nanos.stream().mapToLong(each -> each).toArray();
    }

    /** The median, in milliseconds. */
    public double median() {
        return percentile(50);
    }

    /** The duration that {@code percent} of all do not exceed (nearest rank), in milliseconds. */
    public double percentile(int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1) / NANOS_PER_MILLI;
    }
}
