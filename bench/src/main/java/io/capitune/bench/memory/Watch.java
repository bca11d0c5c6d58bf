package io.capitune.bench.memory;

import java.util.function.Consumer;

import io.capitune.bench.job.Metrics;
import io.capitune.bench.target.Stand;
import org.jspecify.annotations.Nullable;

/** Looks at the one worker every two seconds until it is told to end; a look that fails, or finds another worker, is the last. */
final class Watch {

    private static final long LOOK_EVERY_MILLIS = 2000;

    private final Stand stand;
    private final long pid;
    private final Consumer<MemoryLog.Look> log;
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile @Nullable RuntimeException failure;
    private volatile boolean isEnding;

    Watch(Stand stand, Consumer<MemoryLog.Look> log) {
        this.stand = stand;
        this.pid = Leftovers.worker(stand.target());
        this.log = log;
        thread.start();
    }

    /** The worker's process. */
    long pid() {
        return pid;
    }

    /** What ended it before its time; null where nothing did. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    void end() throws InterruptedException {
        isEnding = true;
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (true) {
                log.accept(look());
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // It was told to end.
        } catch (RuntimeException e) {
            // A look that was interrupted on its way to the end has not failed.
            if (!isEnding) {
                failure = e;
            }
        }
    }

    private MemoryLog.Look look() {
        var now = Leftovers.worker(stand.target());
        if (now != pid) {
            throw new IllegalStateException("the worker was replaced: process %d, then %d".formatted(pid, now));
        }
        var metrics = Metrics.read(stand.http(), stand.target().workers().getFirst());
        var processes = WorkerProcesses.of(pid);
        return new MemoryLog.Look(
                metrics.value("capitune_worker_jobs_total"),
                metrics.value("capitune_print_lanes_recycled_total"),
                processes.worker(),
                processes.browsers(),
                processes.browserCount(),
                processes.lanes());
    }
}
