package io.capitune.worker.claim;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.MongoException;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.QueueSwitch;
import io.capitune.cv.job.Stage;
import io.capitune.cv.job.UnreadableJobException;
import io.capitune.worker.WorkerConfig;
import io.capitune.worker.lease.HeldClaims;
import io.capitune.worker.pipeline.JobRun;
import io.capitune.worker.print.Printer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Claims jobs while there is room ({@link Fill}) and a browser to print them, and runs each on a virtual thread. A full worker
 * claims nothing, so that another one can have what waits. At the end it puts back what is not being printed, and lets the rest
 * finish for a while.
 */
@ApplicationScoped
class ClaimLoop {

    private static final Logger LOG = Logger.getLogger(ClaimLoop.class);

    /** How long a claim that has begun may take to return when the worker stops. */
    private static final Duration LAST_CLAIM = Duration.ofSeconds(2);

    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore news = new Semaphore(0);
    private final Thread loop = Thread.ofVirtual().name("claim-loop").unstarted(this::loop);
    private final Semaphore room;
    private final Fill fill;
    private final JobQueue queue;
    private final QueueSwitch queueSwitch;
    private final NextClaim next;
    private final JobRun jobs;
    private final HeldClaims held;
    private final Printer printer;
    private final WorkerConfig config;
    private final Counter failures;
    private volatile boolean stopping;

    ClaimLoop(
            JobQueue queue,
            QueueSwitch queueSwitch,
            NextClaim next,
            JobRun jobs,
            HeldClaims held,
            Printer printer,
            WorkerConfig config,
            Fill fill,
            MeterRegistry metrics) {
        this.queue = queue;
        this.queueSwitch = queueSwitch;
        this.next = next;
        this.jobs = jobs;
        this.held = held;
        this.printer = printer;
        this.config = config;
        this.fill = fill;
        this.room = new Semaphore(fill.most());
        this.failures = metrics.counter("capitune.worker.jobs", "outcome", FailureCode.INTERNAL.name());
        metrics.gauge("capitune.worker.in.flight", held, HeldClaims::count);
    }

    void start(@Observes StartupEvent event) {
        queue.watch(news::release);
        loop.start();
    }

    /** Whether jobs are being claimed, or would be if there were any. */
    boolean isAlive() {
        return loop.isAlive();
    }

    private void loop() {
        try {
            while (!stopping) {
                room.acquire();
                var claim = claim();
                if (claim.isPresent()) {
                    start(claim.get());
                } else {
                    room.release();
                    waitForNews();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Claim> claim() {
        var most = fill.now();
        if (stopping || printer.readyLanes() == 0 || most == 0) {
            return Optional.empty();
        }
        try {
            return queueSwitch.drained() ? Optional.empty() : next.claim(most);
        } catch (MongoException e) {
            LOG.warnf("No claim: MongoDB is away (%s)", e.getClass().getSimpleName());
            return Optional.empty();
        } catch (UnreadableJobException e) {
            letGo(e);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            LOG.error("No claim", e);
            return Optional.empty();
        }
    }

    private void letGo(UnreadableJobException unread) {
        LOG.error("A job is let go", unread);
        try {
            if (queue.letGo(unread, config.longestBackoff(), config.maxAttempts())) {
                failures.increment();
            }
            // Others may wait behind it.
            news.release();
        } catch (MongoException away) {
            LOG.warn("MongoDB is away; the job comes back with its lease");
        }
    }

    private void start(Claim claim) {
        held.add(claim);
        try {
            runs.execute(() -> run(claim));
        } catch (RejectedExecutionException e) {
            // Claimed while the worker was told to stop.
            room.release();
            putBack(claim);
        }
    }

    private void run(Claim claim) {
        try {
            jobs.run(claim);
        } finally {
            room.release();
            if (fill.now() < fill.most() || next.waitsForEnds()) {
                // The loop may have found the worker full enough, or not empty enough, rather than have waited for
                // room.
                news.release();
            }
        }
    }

    private void waitForNews() throws InterruptedException {
        news.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        news.release();
        room.release();
        runs.shutdown();
        putBack(stage -> !isBeyondRendering(stage));
        if (!held.awaitNone(config.shutdownGrace())) {
            LOG.info("Jobs that are being printed are put back");
            putBack(any -> true);
        }
        if (loop.isAlive()) {
            loop.join(LAST_CLAIM);
        }
        printer.stop();
    }

    private static boolean isBeyondRendering(Stage stage) {
        return stage.compareTo(Stage.RENDERING) > 0;
    }

    private void putBack(Predicate<Stage> stages) {
        for (var claim : held.at(stages)) {
            if (!putBack(claim)) {
                return;
            }
        }
    }

    private boolean putBack(Claim claim) {
        try {
            queue.putBack(claim);
            held.abandon(claim);
            return true;
        } catch (MongoException e) {
            LOG.warn("Jobs could not be put back; they come back with their lease");
            return false;
        }
    }
}
