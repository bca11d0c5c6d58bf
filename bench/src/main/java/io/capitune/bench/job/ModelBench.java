package io.capitune.bench.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.capitune.bench.report.Report;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;

/** Jobs of people who agreed to a language model that takes five seconds to answer: most of them wait, side by side. */
public final class ModelBench {

    private static final Duration LATENCY = Duration.ofSeconds(5);
    private static final int PEOPLE = 20;
    private static final int JOBS = 1500;
    private static final int WARM_UP = 300;
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final double MOST_IN_FLIGHT = 200;
    private static final double LEAST = 15;

    private final Stand stand;
    private final Report report;

    private ModelBench(Stand stand) {
        this.stand = stand;
        this.report = stand.report();
    }

    /** Starts the system anew with the model, measures, and starts it again without. */
    public static void run(Stand stand) throws Exception {
        try (var model = new ModelStub(LATENCY)) {
            stand.target()
                    .restart(Map.of("CAPITUNE_OPENAI_BASE_URL", model.url(), "CAPITUNE_OPENAI_MODEL", ModelStub.NAME));
            new ModelBench(stand).measure(model);
        }
        stand.target().restart(Map.of());
    }

    private void measure(ModelStub model) throws Exception {
        var jobs = stand.effort().of(JOBS);
        report.chapter("%d jobs in one go, each waiting %d s for a language model, one worker"
                .formatted(jobs, LATENCY.toSeconds()));
        var people = stand.people(PEOPLE);
        people.forEach(Candidate::consent);
        var example = Example.onePage(stand.target());
        try (var records = new JobRecords(stand.target().mongodb())) {
            var batch = new Batch(people, records);
            // Another post each time: what was composed for the same input is kept.
            batch.run(stand.effort().of(WARM_UP), i -> example.forPost(JOBS + i));
            var calls = model.calls();
            var steps = WorkerSteps.read(stand.target().workers());
            try (var used = new CpuMeter(stand.target().processes())) {
                var inFlight = new ArrayList<Double>();
                var watch = Thread.ofVirtual().start(() -> watch(inFlight));
                var ids = batch.run(jobs, example::forPost);
                watch.interrupt();
                watch.join();
                tell(Throughput.of(records.times(ids)), inFlight, model);
                report.figure("calls of the model", model.calls() - calls, "calls", null);
                used.tell(jobs, report);
            }
            WorkerSteps.read(stand.target().workers()).since(steps).tell(report);
        }
    }

    private void watch(List<Double> inFlight) {
        var worker = stand.target().workers().getFirst();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                inFlight.add(Metrics.read(stand.http(), worker).value("capitune_worker_in_flight"));
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException | IllegalStateException e) {
                return;
            }
        }
    }

    private void tell(Throughput found, List<Double> inFlight, ModelStub model) {
        var most = inFlight.stream().mapToDouble(each -> each).max().orElse(0);
        var rate = found.workingOff();
        report.figure("working off the queue", rate, "jobs/s", new Report.Goal("at least 15", rate >= LEAST));
        report.figure("with submitting them", found.withSubmitting(), "jobs/s", null);
        report.figure(
                "most in flight, by the worker's metric", most, "jobs", new Report.Goal("200", most >= MOST_IN_FLIGHT));
        report.figure(
                "in flight at the median", inFlight.stream().sorted().toList().get(inFlight.size() / 2), "jobs", null);
        report.figure("most calls of the model at once", model.mostAtOnce(), "calls", null);
    }
}
