package io.capitune.bench.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import io.capitune.bench.report.Report;
import io.capitune.bench.report.Samples;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Target;

/**
 * From the submission to the moment its status says done, through the gateway, one job at a time. Asking costs time of the
 * same processors, so half of the jobs are asked about only once the database tells that they are done.
 */
public final class IdleJobBench {

    private static final int WARM_UP = 150;
    private static final int JOBS = 200;
    private static final long ASK_EVERY_MILLIS = 10;
    /** So that the e-mail of the one job is out of the way of the next. */
    private static final long REST_MILLIS = 60;

    /** On a slow or busy machine fewer jobs have to do. */
    private static final Duration LONGEST = Duration.ofSeconds(75);

    private static final double MOST = 3;

    private final Target target;
    private final Candidate candidate;
    private final Example example;
    private final Report report;

    public IdleJobBench(Target target, Candidate candidate, Example example, Report report) {
        this.target = target;
        this.candidate = candidate;
        this.example = example;
        this.report = report;
    }

    /** Reports the time of a job; {@code barePrint} is a bare tab's median in ms, NaN where it was not measured. */
    public void run(double barePrint) {
        report.chapter("Submit -> done through the gateway, idle system, one job at a time");
        try (var records = new JobRecords(target.mongodb());
                var changes = records.becomingDone().cursor()) {
            var asked = new Samples();
            var told = new Samples();
            var submit = new Samples();
            var ids = new ArrayList<String>();
            var steps = WorkerSteps.read(target.workers());
            var deadline = System.nanoTime() + LONGEST.toNanos();
            for (var i = 0; i < WARM_UP + JOBS && System.nanoTime() < deadline; i++) {
                var warm = i >= WARM_UP;
                if (i == WARM_UP) {
                    steps = WorkerSteps.read(target.workers());
                }
                var began = System.nanoTime();
                var id = candidate.submit(example.body());
                var accepted = System.nanoTime();
                var isAsked = i % 2 == 0;
                while (isAsked && !candidate.isDone(id)) {
                    Candidate.pause(ASK_EVERY_MILLIS);
                }
                while (!id.equals(
                        changes.next().getDocumentKey().getString("_id").getValue())) {
                    // another job's
                }
                if (!isAsked && !candidate.isDone(id)) {
                    throw new IllegalStateException("told done, but it is not: " + id);
                }
                if (warm) {
                    (isAsked ? asked : told).add(System.nanoTime() - began);
                    submit.add(accepted - began);
                    ids.add(id);
                }
                Candidate.pause(REST_MILLIS);
            }
            tell(asked, told, submit, records.times(ids), barePrint);
            WorkerSteps.read(target.workers()).since(steps).tell(report);
        }
    }

    private void tell(Samples asked, Samples told, Samples submit, List<JobRecords.Times> times, double barePrint) {
        report.times("submit -> done", told);
        report.times("submit -> done, asked every 10 ms", asked);
        report.times("  of it the submission's answer", submit);
        report.times("  accepted -> claimed", between(times, JobRecords.Times::created, JobRecords.Times::started));
        report.times("  claimed -> done", between(times, JobRecords.Times::started, JobRecords.Times::finished));
        if (!Double.isNaN(barePrint)) {
            var ratio = told.median() / barePrint;
            report.figure(
                    "submit -> done / bare print", ratio, "x", new Report.Goal("at most " + MOST + "x", ratio <= MOST));
        }
    }

    private static Samples between(
            List<JobRecords.Times> times, ToLongFunction<JobRecords.Times> from, ToLongFunction<JobRecords.Times> to) {
        var samples = new Samples();
        times.forEach(time -> samples.add((to.applyAsLong(time) - from.applyAsLong(time)) * 1_000_000));
        return samples;
    }
}
