package io.capitune.bench.job;

import java.util.List;

import io.capitune.bench.report.Report;

/**
 * How fast a batch of jobs was worked off, by the times in the job documents.
 *
 * @param firstIn when the first was accepted, in milliseconds
 * @param lastIn when the last was accepted: from then on nothing but the work itself goes on
 * @param ends when those were done that were waiting then, in order
 * @param jobs how many jobs there were
 */
record Throughput(long firstIn, long lastIn, List<Long> ends, int jobs) {

    private static final int PARTS = 4;
    private static final double STEADY = 0.8;

    static Throughput of(List<JobRecords.Times> times) {
        var firstIn = times.stream().mapToLong(JobRecords.Times::created).min().orElseThrow();
        var lastIn = times.stream().mapToLong(JobRecords.Times::created).max().orElseThrow();
        var ends = times.stream()
                .map(JobRecords.Times::finished)
                .filter(end -> end > lastIn)
                .sorted()
                .toList();
        return new Throughput(firstIn, lastIn, ends, times.size());
    }

    /** How many were waiting or under way when the last was accepted. */
    int waiting() {
        return ends.size();
    }

    /** Jobs a second from the last acceptance to the last end. */
    double workingOff() {
        return rate(ends.size(), lastIn, ends.getLast());
    }

    /** Jobs a second from the first acceptance to the last end. */
    double withSubmitting() {
        return rate(jobs, firstIn, ends.getLast());
    }

    /** Reports the rate in each quarter of the queue, and the slowest of them beside the fastest. */
    void tellSteadiness(Report report) {
        var slowest = Double.MAX_VALUE;
        var fastest = 0.0;
        for (var part = 0; part < PARTS; part++) {
            var from = part * ends.size() / PARTS;
            var to = (part + 1) * ends.size() / PARTS;
            var rate = rate(to - from, part == 0 ? lastIn : ends.get(from - 1), ends.get(to - 1));
            report.figure("  quarter %d of the queue".formatted(part + 1), rate, "jobs/s", null);
            slowest = Math.min(slowest, rate);
            fastest = Math.max(fastest, rate);
        }
        var steady = slowest / fastest;
        report.figure(
                "  slowest quarter / fastest",
                steady,
                "x",
                new Report.Goal("at least " + STEADY + "x", steady >= STEADY));
    }

    private static double rate(int jobs, long from, long to) {
        return jobs * 1000.0 / Math.max(1, to - from);
    }
}
