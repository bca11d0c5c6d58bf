package io.capitune.bench.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

import io.capitune.bench.memory.Climb.Held;
import io.capitune.bench.report.Plot;
import io.capitune.bench.report.Report;

/** Memory of a worker and of its browsers over the jobs that it did. */
final class MemoryLog {

    private static final double WORKER_CEILING = 600;

    /**
     * A kibibyte a job. Whatever is kept of each job is more: a CV's text is 4 KiB, its HTML 30, its PDF 40, a thread 100. At less
     * than that, the room of 250 MiB between what a worker holds, or a lane's browser, and its ceiling lasts for 250,000 jobs.
     */
    private static final double MOST_PER_THOUSAND_JOBS = 1;

    /** Worker and all its browsers, so that what each may climb does not add up to a multiple. */
    private static final double MOST_TOGETHER = 2;

    /**
     * One look.
     *
     * @param jobs done until then
     * @param recycled lanes replaced until then
     * @param worker MiB resident
     * @param browsers MiB of browsers and drivers together
     * @param count how many browsers there were: one more than lanes while one takes the place of another
     * @param lanes what each lane's browser and driver hold of their own, in MiB, under a name that no other had before
     */
    record Look(double jobs, double recycled, double worker, double browsers, long count, Map<String, Double> lanes) {}

    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final List<Look> afterRecycling = new CopyOnWriteArrayList<>();
    private final List<Weighing> weighings = new ArrayList<>();
    private final BrowserLives browsers = new BrowserLives();
    private final SoakPlan plan;

    MemoryLog(SoakPlan plan) {
        this.plan = plan;
    }

    void add(Look look) {
        var last = afterRecycling.isEmpty() ? 0 : afterRecycling.getLast().recycled();
        if (look.recycled() > last && look.count() <= plan.lanes()) {
            afterRecycling.add(look);
        }
        browsers.see(look.jobs(), look.lanes());
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
        var lives = browsers.ended();
        for (var life : lives) {
            report.note("a browser from %.0f to %.0f jobs: %.1f MiB of its own while it was young, %.1f MiB grown"
                    .formatted(life.from(), life.to(), life.young(), life.grown()));
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
        if (plan.recyclings() > 0) {
            ceiling(
                    "browsers after a recycling, most",
                    afterRecycling,
                    Look::browsers,
                    plan.laneCeiling() * plan.lanes(),
                    report);
        }
        if (plan.recyclesOften()) {
            var heap = climb(Weighing::heap);
            var outside = climb(Weighing::outside);
            var browser = Climb.of(grown(lives));
            climb("worker's heap", heap, MOST_PER_THOUSAND_JOBS, report);
            climb("worker outside of its heap", outside, MOST_PER_THOUSAND_JOBS, report);
            climb("a browser of the same age", browser, MOST_PER_THOUSAND_JOBS, report);
            climb(
                    "worker and all browsers",
                    heap.plus(outside).plus(browser.times(plan.lanes())),
                    MOST_TOGETHER,
                    report);
        }
    }

    private static void ceiling(
            String what, List<Look> looks, ToDoubleFunction<Look> memory, double ceiling, Report report) {
        var most = looks.stream().mapToDouble(memory).max();
        report.figure(
                what,
                most.orElse(0),
                "MiB",
                new Report.Goal(
                        "at most %.0f MiB, by %d looks".formatted(ceiling, looks.size()),
                        most.isPresent() && most.getAsDouble() <= ceiling));
    }

    private static void climb(String what, Climb climb, double most, Report report) {
        var goal = "at most %.0f MiB, known to %.2f by %d points".formatted(most, climb.margin(), climb.points());
        report.figure(what + ", per 1,000 jobs", climb.slope(), "MiB", new Report.Goal(goal, climb.within(most)));
    }

    private Climb climb(ToDoubleFunction<Weighing> memory) {
        return Climb.of(weighings.stream()
                .map(weighing -> new Held(weighing.jobs(), memory.applyAsDouble(weighing)))
                .toList());
    }

    /**
     * What the lanes' browsers held, one after the other. One that has nothing to do for eight seconds collects its garbage, and
     * holds 50 MiB less for a long time after: those are compared that came after work had begun and went before it rested.
     */
    private List<Held> grown(List<BrowserLives.Life> lives) {
        var began = looks.getFirst().jobs();
        var rested = began + weighings.getFirst().jobs();
        return lives.stream()
                .filter(life -> life.from() > began && life.to() <= rested)
                .map(life -> new Held(life.to(), life.grown()))
                .toList();
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
