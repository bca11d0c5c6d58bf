package io.capitune.bench.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.capitune.bench.report.Plot;
import io.capitune.bench.report.Report;

/** Memory of a worker and of its browsers over the jobs that it did. */
final class MemoryLog {

    private static final double WORKER_CEILING = 600;
    private static final double LANE_CEILING = 450;
    /** The first jobs load classes and fill caches; from then on nothing is to climb. */
    private static final double SETTLED_AFTER = 0.25;

    private static final double MOST_PER_THOUSAND_JOBS = 10;

    /**
     * One look.
     *
     * @param jobs done until then
     * @param recycled lanes replaced until then
     * @param worker MiB resident
     * @param browsers MiB of browsers and drivers together
     * @param count how many browsers there were: one more than lanes while one takes the place of another
     */
    record Look(double jobs, double recycled, double worker, double browsers, long count) {}

    private final List<Look> looks = new ArrayList<>();
    private final List<Look> afterRecycling = new ArrayList<>();
    private final int lanes;

    MemoryLog(int lanes) {
        this.lanes = lanes;
    }

    void add(Look look) {
        var last = afterRecycling.isEmpty() ? 0 : afterRecycling.getLast().recycled();
        if (look.recycled() > last && look.count() <= lanes) {
            afterRecycling.add(look);
        }
        looks.add(look);
    }

    void tell(Report report) {
        if (afterRecycling.isEmpty()) {
            throw new IllegalStateException("no lane was recycled: too few jobs");
        }
        for (var look : afterRecycling) {
            report.note("after %.0f jobs and %.0f recyclings: worker %.0f MiB, %d browsers %.0f MiB"
                    .formatted(look.jobs(), look.recycled(), look.worker(), look.count(), look.browsers()));
        }
        var recycled = looks.getLast().recycled() / lanes;
        report.figure("recyclings of each lane", recycled, "", new Report.Goal("at least 5", recycled >= 5));
        ceiling("worker, most", looks, Look::worker, WORKER_CEILING, report);
        ceiling("browsers after a recycling, most", afterRecycling, Look::browsers, LANE_CEILING * lanes, report);
        ceiling("browsers, most", looks, Look::browsers, LANE_CEILING * (lanes + 1), report);
        climb("worker", settled(looks), Look::worker, report);
        climb("browsers after each recycling", settled(afterRecycling), Look::browsers, report);
    }

    private static void ceiling(
            String what, List<Look> looks, ToDoubleFunction<Look> memory, double ceiling, Report report) {
        var most = looks.stream().mapToDouble(memory).max().orElse(0);
        report.figure(what, most, "MiB", new Report.Goal("at most %.0f MiB".formatted(ceiling), most <= ceiling));
    }

    private static void climb(String what, List<Look> looks, ToDoubleFunction<Look> memory, Report report) {
        var jobs = looks.stream().map(Look::jobs).toList();
        var slope = 1000
                * Growth.slope(jobs, looks.stream().map(memory::applyAsDouble).toList());
        var goal = "at most %.0f MiB".formatted(MOST_PER_THOUSAND_JOBS);
        report.figure(what + ", per 1,000 jobs", slope, "MiB", new Report.Goal(goal, slope <= MOST_PER_THOUSAND_JOBS));
    }

    private List<Look> settled(List<Look> all) {
        var from = SETTLED_AFTER * looks.getLast().jobs();
        return all.stream().filter(look -> look.jobs() >= from).toList();
    }

    void draw(Path file) throws IOException {
        var jobs = looks.stream().map(Look::jobs).toList();
        new Plot("Memory by jobs, one worker, %d lanes".formatted(lanes), "jobs done", "MiB resident")
                .line("worker", jobs, looks.stream().map(Look::worker).toList())
                .line(
                        "browsers and drivers together",
                        jobs,
                        looks.stream().map(Look::browsers).toList())
                .marks(
                        "after a recycling",
                        afterRecycling.stream().map(Look::jobs).toList(),
                        afterRecycling.stream().map(Look::browsers).toList())
                .write(file);
    }
}
