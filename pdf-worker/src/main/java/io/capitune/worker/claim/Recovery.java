package io.capitune.worker.claim;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.job.JobQueue;
import io.capitune.worker.WorkerConfig;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Brings back the jobs of workers that died, and those whose waiting is over. Every worker does it; it is idempotent. */
@ApplicationScoped
class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class);

    private final JobQueue queue;
    private final WorkerConfig config;

    Recovery(JobQueue queue, WorkerConfig config) {
        this.queue = queue;
        this.config = config;
    }

    @Scheduled(every = "${capitune.worker.recovery}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recover() {
        try {
            var recovered = queue.recover(config.maxAttempts());
            if (recovered > 0) {
                LOG.infof("%d jobs of lost workers came back", recovered);
            }
        } catch (MongoException e) {
            LOG.debug("No recovery: MongoDB is away");
        } catch (RuntimeException e) {
            LOG.error("No recovery", e);
        }
    }
}
