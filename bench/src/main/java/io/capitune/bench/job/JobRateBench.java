package io.capitune.bench.job;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import io.capitune.bench.report.Report;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Target;

/** Whole jobs per second while a queue stands, everything else of the system running beside, e-mails included. */
public final class JobRateBench {

    private static final int JOBS = 400;
    private static final int WARM_UP = 300;
    private static final int SUBMITTING = 6;
    private static final long PATIENCE_MILLIS = 120_000;
    private static final double LEAST = 20;

    private final Target target;
    private final List<Candidate> candidates;
    private final Example example;
    private final Report report;

    public JobRateBench(Target target, List<Candidate> candidates, Example example, Report report) {
        this.target = target;
        this.candidates = candidates;
        this.example = example;
        this.report = report;
    }

    /** Reports the rates with one worker and with two. */
    public void run() throws Exception {
        report.chapter("Whole jobs per second, %d jobs of %d people".formatted(JOBS, candidates.size()));
        try (var records = new JobRecords(target.mongodb())) {
            for (var workers : List.of(1, 2)) {
                target.scale(workers);
                submitAndWait(records, WARM_UP);
                var steps = WorkerSteps.read(target.workers());
                var used = CpuTimes.read(target.processes());
                var ids = submitAndWait(records, JOBS);
                var usedNow = CpuTimes.read(target.processes());
                tell(workers, records.times(ids));
                usedNow.tell(used, JOBS, report);
                WorkerSteps.read(target.workers()).since(steps).tell(report);
            }
        }
    }

    private Collection<String> submitAndWait(JobRecords records, int count) {
        var ids = new ConcurrentLinkedQueue<String>();
        var turns = new Semaphore(SUBMITTING);
        try (var submitters = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < count; i++) {
                turns.acquireUninterruptibly();
                var candidate = candidates.get(i % candidates.size());
                submitters.execute(() -> {
                    try {
                        ids.add(candidate.submit(example.body()));
                    } finally {
                        turns.release();
                    }
                });
            }
        }
        if (ids.size() != count) {
            throw new IllegalStateException("only %d of %d jobs were accepted".formatted(ids.size(), count));
        }
        for (var began = System.currentTimeMillis(); records.count(ids, "DONE") < count; Candidate.pause(100)) {
            if (records.count(ids, "FAILED") > 0 || System.currentTimeMillis() - began > PATIENCE_MILLIS) {
                throw new IllegalStateException("%d of %d jobs are done, %d failed"
                        .formatted(records.count(ids, "DONE"), count, records.count(ids, "FAILED")));
            }
        }
        return ids;
    }

    private void tell(int workers, List<JobRecords.Times> times) {
        var name = workers == 1 ? "1 worker" : workers + " workers";
        var firstIn = times.stream().mapToLong(JobRecords.Times::created).min().orElseThrow();
        var lastIn = times.stream().mapToLong(JobRecords.Times::created).max().orElseThrow();
        var lastOut = times.stream().mapToLong(JobRecords.Times::finished).max().orElseThrow();
        var behind = times.stream().filter(time -> time.finished() > lastIn).count();
        var rate = behind * 1000.0 / (lastOut - lastIn);
        report.figure(
                name + ", working off the queue",
                rate,
                "jobs/s",
                workers == 1 ? new Report.Goal("at least 20", rate >= LEAST) : null);
        report.note("%d jobs were waiting when the last was accepted".formatted(behind));
        report.figure(name + ", with submitting them", times.size() * 1000.0 / (lastOut - firstIn), "jobs/s", null);
    }
}
