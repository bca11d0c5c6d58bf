package io.capitune.worker;

/** The mean of what was measured lately: each value counts an eighth, those before it seven eighths. */
public final class RecentMean {

    private static final double WEIGHT = 1 / 8.0;

    private double mean;

    /** @param first what is assumed before anything was measured */
    public RecentMean(double first) {
        this.mean = first;
    }

    public synchronized void add(double value) {
        mean += WEIGHT * (value - mean);
    }

    public synchronized double get() {
        return mean;
    }
}
