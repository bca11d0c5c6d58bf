package io.capitune.bench.memory;

import java.util.List;

import io.capitune.bench.report.Verdict;

/**
 * By how much something held grows while a thousand jobs are done: the slope of a straight line through what was weighed, by
 * least squares.
 *
 * @param points how many weighings
 * @param slope MiB per 1,000 jobs; 0 where there is no line
 * @param error how far it may be off by the scatter of the weighings around the line, its standard error; infinite where nothing
 *     is known of it
 */
record Climb(int points, double slope, double error) {

    /** Standard errors that hold 95 % of what scatter does to a slope. */
    private static final double ERRORS = 2;

    /** Two points are on a line whatever they are, so that their scatter is not known. */
    private static final int FEWEST = 3;

    private static final double JOBS = 1000;

    /** What was held after so many jobs, in MiB. */
    record Held(double jobs, double mebibytes) {}

    static Climb of(List<Held> held) {
        var meanJobs = held.stream().mapToDouble(Held::jobs).average().orElse(0);
        var mean = held.stream().mapToDouble(Held::mebibytes).average().orElse(0);
        var together = 0.0;
        var alone = 0.0;
        for (var one : held) {
            together += (one.jobs() - meanJobs) * (one.mebibytes() - mean);
            alone += (one.jobs() - meanJobs) * (one.jobs() - meanJobs);
        }
        if (alone == 0) {
            return new Climb(held.size(), 0, Double.POSITIVE_INFINITY);
        }
        var slope = together / alone;
        var off = 0.0;
        for (var one : held) {
            var residual = one.mebibytes() - mean - slope * (one.jobs() - meanJobs);
            off += residual * residual;
        }
        var error = held.size() < FEWEST ? Double.POSITIVE_INFINITY : Math.sqrt(off / (held.size() - 2) / alone);
        return new Climb(held.size(), JOBS * slope, JOBS * error);
    }

    /** That of both together, which were weighed apart. */
    Climb plus(Climb other) {
        return new Climb(Math.min(points, other.points), slope + other.slope, Math.hypot(error, other.error));
    }

    /** That of so many which climb alike. */
    Climb times(int count) {
        return new Climb(points, count * slope, count * error);
    }

    /** So much it may be more, or less, by its scatter. */
    double margin() {
        return ERRORS * error;
    }

    /** Whether it is at most {@code limit}: scatter speaks for nothing, so that between the two nothing is decided. */
    Verdict within(double limit) {
        if (slope + margin() <= limit) {
            return Verdict.MET;
        }
        return slope - margin() > limit ? Verdict.MISSED : Verdict.NOT_DECIDED;
    }
}
