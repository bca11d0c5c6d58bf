package io.capitune.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

import io.capitune.bench.job.Batch;
import io.capitune.bench.job.JobRecords;
import io.capitune.bench.job.Metrics;
import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Example;
import io.capitune.bench.target.Stand;

/** Thousands of jobs with one worker whose lanes are recycled often: what it holds meanwhile, and what is left over. */
public final class SoakBench {

    private static final int JOBS = 5000;
    private static final int WARM_UP = 200;
    private static final int PEOPLE = 20;
    private static final int CHUNK = 50;
    /** Lanes share the orders by chance, so that one may do fewer than the other. */
    private static final int RECYCLINGS_PER_LANE = 7;

    private static final long LOOK_EVERY_MILLIS = 2000;
    private static final long SETTLE_MILLIS = 5000;

    private final int lanes = Runtime.getRuntime().availableProcessors();
    private final MemoryLog log = new MemoryLog(lanes);
    private final Stand stand;

    private SoakBench(Stand stand) {
        this.stand = stand;
    }

    /** Starts the system anew so that it recycles often, measures, and starts it again as it was. */
    public static void run(Stand stand) throws Exception {
        new SoakBench(stand).run();
        stand.target().restart(Map.of());
    }

    private void run() throws Exception {
        var target = stand.target();
        var jobs = stand.effort().jobs().orElse(stand.effort().of(JOBS));
        var recycleAfter = Math.max(1, (jobs + WARM_UP) / lanes / RECYCLINGS_PER_LANE);
        stand.report()
                .chapter("%d jobs, one worker, %d lanes, each recycled after %d prints"
                        .formatted(jobs, lanes, recycleAfter));
        var temporary = Files.createDirectories(target.data().resolve("run/tmp/others"));
        target.restart(Map.of("CAPITUNE_PRINT_RECYCLE_AFTER", "" + recycleAfter, "TMPDIR", temporary.toString()));
        var people = stand.people(PEOPLE);
        var example = Example.onePage(target);
        try (var records = new JobRecords(target.mongodb())) {
            var batch = new Batch(people, records);
            work(WARM_UP, batch, example);
            Candidate.pause(SETTLE_MILLIS);
            var before = Leftovers.now(target, temporary);
            var watch = Thread.ofVirtual().start(this::watch);
            work(jobs, batch, example);
            Candidate.pause(SETTLE_MILLIS);
            watch.interrupt();
            watch.join();
            log.tell(stand.report());
            Leftovers.now(target, temporary).tell(before, stand.report());
        }
        draw();
    }

    /** A queue stands all the while, so that no lane waits, and never grows long. */
    private void work(int jobs, Batch batch, Example example) {
        for (var left = jobs; left > 0; left -= CHUNK) {
            batch.submit(Math.min(CHUNK, left), i -> example.body());
            batch.awaitLeft(CHUNK);
        }
        batch.awaitLeft(0);
    }

    private void watch() {
        var worker = stand.target().workers().getFirst();
        var pid = stand.target().processes().get("pdf-worker-1");
        try {
            while (true) {
                var metrics = Metrics.read(stand.http(), worker);
                var processes = WorkerProcesses.of(pid);
                log.add(new MemoryLog.Look(
                        metrics.value("capitune_worker_jobs_total"),
                        metrics.value("capitune_print_lanes_recycled_total"),
                        processes.worker(),
                        processes.browsers(),
                        processes.browserCount()));
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // It was told to end.
        }
    }

    private void draw() throws IOException {
        var file = stand.output("memory-by-jobs.svg");
        log.draw(file);
        stand.report().note("drawn: " + file);
    }
}
