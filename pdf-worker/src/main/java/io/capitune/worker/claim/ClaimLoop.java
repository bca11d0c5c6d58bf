package io.capitune.worker.claim;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.MongoException;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.JobQueue;
import io.capitune.worker.WorkerConfig;
import io.capitune.worker.compose.Composer;
import io.capitune.worker.pipeline.JobRun;
import io.capitune.worker.print.PrintConfig;
import io.capitune.worker.print.Printer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Claims jobs while there is room and a browser to print them, and runs each on a virtual thread. At the end it claims no
 * more, lets what is being worked on finish for a while, and hands back the rest.
 */
@ApplicationScoped
class ClaimLoop {

    private static final Logger LOG = Logger.getLogger(ClaimLoop.class);

    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore news = new Semaphore(0);
    private final Semaphore room;
    private final int capacity;
    private final JobQueue queue;
    private final JobRun jobs;
    private final ActiveClaims active;
    private final Printer printer;
    private final WorkerConfig config;
    private volatile boolean stopping;

    ClaimLoop(
            JobQueue queue,
            JobRun jobs,
            ActiveClaims active,
            Printer printer,
            WorkerConfig config,
            PrintConfig print,
            Composer composer,
            MeterRegistry metrics) {
        this.queue = queue;
        this.jobs = jobs;
        this.active = active;
        this.printer = printer;
        this.config = config;
        this.capacity = composer.usesModel() ? config.inFlight() : config.inFlightPerLane() * print.laneCount();
        this.room = new Semaphore(capacity);
        metrics.gauge("capitune.worker.in.flight", room, free -> capacity - free.availablePermits());
    }

    void start(@Observes StartupEvent event) {
        queue.watch(news::release);
        Thread.ofVirtual().name("claim-loop").start(this::loop);
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
        if (stopping || printer.readyLanes() == 0) {
            return Optional.empty();
        }
        try {
            return queue.claim(config.lease());
        } catch (MongoException e) {
            LOG.warnf("No claim: MongoDB is away (%s)", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private void start(Claim claim) {
        active.add(claim);
        runs.execute(() -> {
            try {
                jobs.run(claim);
            } finally {
                active.remove(claim);
                room.release();
            }
        });
    }

    private void waitForNews() throws InterruptedException {
        news.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        runs.shutdown();
        if (!runs.awaitTermination(config.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS)) {
            handBack();
        }
        printer.stop();
    }

    private void handBack() {
        for (var claim : active.all()) {
            try {
                queue.handBack(claim, Duration.ZERO, "worker stopped");
            } catch (MongoException e) {
                LOG.warn("Jobs could not be handed back; they come back with their lease");
                return;
            }
        }
    }
}
