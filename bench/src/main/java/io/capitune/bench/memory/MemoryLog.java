package io.capitune.bench.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

import io.capitune.bench.report.Plot;
import io.capitune.bench.report.Report;

/** Memory of a worker and of its browsers over the jobs that it did. */
final class MemoryLog {

    private static final double WORKER_CEILING = 600;
    /** The first jobs load classes and fill caches; in the second half nothing is to climb. */
    private static final double SETTLED_AFTER = 0.5;

    /** 28 jobs a second are 100 MiB an hour at the most: what recycling does not end has to stay below that. */
    private static final double MOST_PER_THOUSAND_JOBS = 1;

    /** Standard errors that hold 95 % of what scatter does to a slope. */
    private static final double ERRORS = 2;

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

    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final List<Look> afterRecycling = new CopyOnWriteArrayList<>();
    private final List<Weighing> weighings = new ArrayList<>();
    private final SoakPlan plan;

    MemoryLog(SoakPlan plan) {
        this.plan = plan;
    }

    void add(Look look) {
        var last = afterRecycling.isEmpty() ? 0 : afterRecycling.getLast().recycled();
        if (look.recycled() > last && look.count() <= plan.lanes()) {
            afterRecycling.add(look);
        }
        looks.add(look);
    }

    void add(Weighing weighing) {
        weighings.add(weighing);
    }

    void tell(Report report) {
        if (looks.isEmpty() || weighings.isEmpty()) {
            throw new IllegalStateException("nobody looked at the worker");
        }
        for (var look : afterRecycling) {
            report.note("after %.0f jobs and %.0f recyclings: worker %.0f MiB, %d browsers %.0f MiB"
                    .formatted(look.jobs(), look.recycled(), look.worker(), look.count(), look.browsers()));
        }
        for (var weighing : weighings) {
            report.note("at rest after %.0f jobs: heap %.1f MiB, outside of it %.1f MiB, %d browsers %.0f MiB"
                    .formatted(
                            weighing.jobs(),
                            weighing.heap(),
                            weighing.outside(),
                            weighing.count(),
                            weighing.browsers()));
        }
        var recycled = looks.getLast().recycled() / plan.lanes();
        report.figure(
                "recyclings of each lane",
                recycled,
                "",
                new Report.Goal("at least " + plan.recyclings(), recycled >= plan.recyclings()));
        ceiling("worker, most", looks, Look::worker, WORKER_CEILING, report);
        ceiling("browsers, most", looks, Look::browsers, plan.laneCeiling() * (plan.lanes() + 1), report);
        ceiling(
                "browsers after a recycling, most",
                afterRecycling,
                Look::browsers,
                plan.laneCeiling() * plan.lanes(),
                report);
        climb("worker's heap", Weighing::heap, report);
        climb("worker outside of its heap", Weighing::outside, report);
        if (plan.recyclesOften()) {
            climbOfBrowsers(report);
        }
    }

    private static void ceiling(
            String what, List<Look> looks, ToDoubleFunction<Look> memory, double ceiling, Report report) {
        var most = looks.stream().mapToDouble(memory).max().orElse(0);
        report.figure(what, most, "MiB", new Report.Goal("at most %.0f MiB".formatted(ceiling), most <= ceiling));
    }

    private void climb(String what, ToDoubleFunction<Weighing> memory, Report report) {
        var settled = weighings.stream()
                .filter(weighing -> weighing.jobs() >= SETTLED_AFTER * plan.jobs())
                .toList();
        climb(
                what,
                settled.stream().map(Weighing::jobs).toList(),
                settled.stream().map(memory::applyAsDouble).toList(),
                report);
    }

    /** What a lane holds grows with what it has printed since it was new, so those that are new are compared. */
    private void climbOfBrowsers(Report report) {
        climb(
                "browsers after a recycling",
                afterRecycling.stream().map(Look::jobs).toList(),
                afterRecycling.stream().map(Look::browsers).toList(),
                report);
    }

    /** What is held scatters, so the line through it is only known to so much; a longer run knows it better. */
    private static void climb(String what, List<Double> jobs, List<Double> held, Report report) {
        var slope = 1000 * Growth.slope(jobs, held);
        var explained = MOST_PER_THOUSAND_JOBS + ERRORS * 1000 * Growth.error(jobs, held);
        var goal = "at most %.0f MiB beyond its scatter, %.1f MiB here".formatted(MOST_PER_THOUSAND_JOBS, explained);
        report.figure(what + ", per 1,000 jobs", slope, "MiB", new Report.Goal(goal, slope <= explained));
    }

    void draw(Path file) throws IOException {
        var jobs = looks.stream().map(Look::jobs).toList();
        var plot = new Plot("Memory by jobs, one worker, %d lanes".formatted(plan.lanes()), "jobs done", "MiB resident")
                .line("worker", jobs, looks.stream().map(Look::worker).toList())
                .line(
                        "browsers and drivers together",
                        jobs,
                        looks.stream().map(Look::browsers).toList());
        if (!afterRecycling.isEmpty()) {
            plot.marks(
                    "after a recycling",
                    afterRecycling.stream().map(Look::jobs).toList(),
                    afterRecycling.stream().map(Look::browsers).toList());
        }
        plot.write(file);
    }
}
