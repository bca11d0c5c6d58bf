package io.capitune.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.capitune.bench.job.Batch;
import io.capitune.bench.job.JobRecords;
import io.capitune.bench.report.Report;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;

/**
 * Thousands of jobs with one worker: what it holds meanwhile, what is left over, and that every job was done by that same worker.
 * First with lanes that are recycled often, then by the default settings.
 */
public final class SoakBench {

    /** Classes and code are still being loaded and compiled for more than half of them. */
    private static final int JOBS = 10_000;

    private static final int PEOPLE = 20;
    private static final int CHUNK = 50;
    /** So much is done without a rest, by a worker that is to settle and by browsers that are to be as busy as each other. */
    private static final double STRAIGHT = 0.6;

    /** How often work rests after that, so that what is held can be weighed without what is being worked on. */
    private static final int RESTS = 12;

    private static final long SETTLE_MILLIS = 5000;

    private final SoakPlan plan;
    private final MemoryLog log;
    private final Stand stand;
    private final Report report;

    private SoakBench(Stand stand, SoakPlan plan) {
        this.stand = stand;
        this.report = stand.report();
        this.plan = plan;
        this.log = new MemoryLog(plan);
    }

    /** Starts the system anew for each part, measures, and starts it again as it was. */
    public static void run(Stand stand) throws Exception {
        var jobs = stand.effort().jobs().orElse(stand.effort().of(JOBS));
        var lanes = Runtime.getRuntime().availableProcessors();
        new SoakBench(stand, SoakPlan.recyclingOften(jobs, lanes)).run();
        new SoakBench(stand, SoakPlan.byDefault(jobs, lanes)).run();
        stand.target().restart(Map.of());
    }

    private void run() throws Exception {
        report.chapter(plan.title());
        var target = stand.target();
        var temporary = Files.createDirectories(target.data().resolve("run/tmp/others"));
        var settings = new HashMap<>(plan.settings());
        settings.put("TMPDIR", temporary.toString());
        target.restart(settings);
        var example = Example.onePage(target);
        try (var records = new JobRecords(target.mongodb())) {
            var batch = new Batch(stand.people(PEOPLE), records);
            submit(SoakPlan.WARM_UP, batch, example);
            batch.awaitLeft(0);
            Candidate.pause(SETTLE_MILLIS);
            soak(batch, example, records, temporary);
        }
    }

    private void soak(Batch batch, Example example, JobRecords records, Path temporary) throws Exception {
        var before = Leftovers.now(stand.target(), temporary);
        var watch = new Watch(stand, log::add);
        var ids = new ArrayList<String>();
        for (var rest = 0; rest <= RESTS && watch.failure() == null; rest++) {
            var until = (int) (plan.jobs() * (STRAIGHT + (1 - STRAIGHT) * rest / RESTS));
            ids.addAll(submit(until - ids.size(), batch, example));
            batch.awaitLeft(0);
            log.add(Weighing.of(watch.pid(), ids.size()));
        }
        Candidate.pause(SETTLE_MILLIS);
        watch.end();
        var done = records.count(ids, "DONE");
        report.figure("jobs done", done, "", new Report.Goal("all " + plan.jobs(), done == plan.jobs()));
        var watched = isWatched(watch);
        report.figure("the same worker from beginning to end", watched ? 1 : 0, "", new Report.Goal("1", watched));
        log.tell(report);
        Leftovers.now(stand.target(), temporary).tell(before, report);
        draw();
    }

    private boolean isWatched(Watch watch) {
        var failure = watch.failure();
        if (failure != null) {
            report.note("The watch over the worker ended: " + failure);
        }
        return failure == null && Leftovers.worker(stand.target()) == watch.pid();
    }

    /** A queue stands all the while, so that no lane waits, and never grows long. */
    private static List<String> submit(int jobs, Batch batch, Example example) {
        var ids = new ArrayList<String>();
        for (var left = jobs; left > 0; left -= CHUNK) {
            ids.addAll(batch.submit(Math.min(CHUNK, left), i -> example.body()));
            batch.awaitLeft(CHUNK);
        }
        return ids;
    }

    private void draw() throws IOException {
        var file = stand.output(plan.drawing());
        log.draw(file);
        report.note("drawn: " + file);
    }
}
