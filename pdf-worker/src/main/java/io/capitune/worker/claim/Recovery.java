package io.capitune.worker.claim;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.JobQueue;
import io.capitune.worker.WorkerConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Brings back the jobs of workers that died, and those whose waiting is over. Every worker does it; it is idempotent. */
@ApplicationScoped
class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class);

    private final JobQueue queue;
    private final WorkerConfig config;
    private final Counter losses;
    private final Counter failures;
    private volatile long notBeforeNanos;

    Recovery(JobQueue queue, WorkerConfig config, MeterRegistry metrics) {
        this.queue = queue;
        this.config = config;
        this.losses = metrics.counter("capitune.worker.lease.losses");
        this.failures = metrics.counter("capitune.worker.jobs", "outcome", FailureCode.INTERNAL.name());
        letThoseWhoLiveRenew();
    }

    @Scheduled(every = "${capitune.worker.recovery}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recover() {
        try {
            queue.wake();
            if (System.nanoTime() - notBeforeNanos < 0) {
                return;
            }
            var recovered = queue.recover(config.maxAttempts());
            if (recovered.losses() > 0) {
                LOG.infof(
                        "Leases of lost workers: %d jobs came back, %d failed",
                        recovered.returned(), recovered.failed());
                losses.increment(recovered.losses());
                failures.increment(recovered.failed());
            }
        } catch (MongoException e) {
            LOG.debug("No recovery: MongoDB is away");
            letThoseWhoLiveRenew();
        } catch (RuntimeException e) {
            LOG.error("No recovery", e);
        }
    }

    /** After an outage, and at the start, which may be just after one: all leases have ended, and most of them will go on. */
    private void letThoseWhoLiveRenew() {
        notBeforeNanos = System.nanoTime() + config.renewal().multipliedBy(2).toNanos();
    }
}
