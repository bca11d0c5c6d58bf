package io.capitune.bench.job;

import java.util.List;

import io.capitune.bench.report.Report;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;

/** Whole jobs per second while a queue stands, everything else of the system running beside, e-mails included. */
final class JobRateBench {

    private static final int JOBS = 2000;
    private static final int JOBS_OF_MORE_WORKERS = 600;
    private static final int WARM_UP = 600;
    private static final double LEAST = 20;

    private final Stand stand;
    private final List<Candidate> people;
    private final Example example;
    private final Report report;

    JobRateBench(Stand stand, List<Candidate> people, Example example) {
        this.stand = stand;
        this.people = people;
        this.example = example;
        this.report = stand.report();
    }

    /** Reports the rates with one worker, with two and with four; one worker is left running. */
    void run() throws Exception {
        report.chapter("Whole jobs per second, %d jobs (%d with more workers) of %d people in one go"
                .formatted(stand.effort().of(JOBS), stand.effort().of(JOBS_OF_MORE_WORKERS), people.size()));
        try (var records = new JobRecords(stand.target().mongodb())) {
            measure(records, 1, JOBS);
            measure(records, 2, JOBS_OF_MORE_WORKERS);
            measure(records, 4, JOBS_OF_MORE_WORKERS);
        }
        stand.target().scale(1);
    }

    private void measure(JobRecords records, int workers, int full) throws Exception {
        var target = stand.target();
        var jobs = stand.effort().of(full);
        target.scale(workers);
        var batch = new Batch(people, records);
        batch.run(stand.effort().of(WARM_UP), i -> example.body());
        var steps = WorkerSteps.read(target.workers());
        try (var used = new CpuMeter(target.processes())) {
            var ids = batch.run(jobs, i -> example.body());
            tell(workers, Throughput.of(records.times(ids)));
            used.tell(jobs, report);
        }
        WorkerSteps.read(target.workers()).since(steps).tell(report);
    }

    private void tell(int workers, Throughput found) {
        var name = workers == 1 ? "1 worker" : workers + " workers";
        var rate = found.workingOff();
        report.figure(
                name + ", working off the queue",
                rate,
                "jobs/s",
                workers == 1 ? new Report.Goal("at least 20", rate >= LEAST) : null);
        report.note("%d jobs were waiting when the last was accepted".formatted(found.waiting()));
        report.figure(name + ", with submitting them", found.withSubmitting(), "jobs/s", null);
        if (workers == 1) {
            found.tellSteadiness(report);
        }
    }
}
