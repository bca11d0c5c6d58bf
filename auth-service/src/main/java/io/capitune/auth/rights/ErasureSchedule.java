package io.capitune.auth.rights;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Looks every few seconds, in every replica, whether an erasure is to be gone on with. */
@ApplicationScoped
class ErasureSchedule {

    private static final Logger LOG = Logger.getLogger(ErasureSchedule.class);

    private final ErasureRun run;

    ErasureSchedule(ErasureRun run) {
        this.run = run;
    }

    @Scheduled(
            every = "{capitune.rights.every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        try {
            run.runDue();
        } catch (MongoException e) {
            LOG.warn("Erasures: MongoDB is away; they are gone on with when it is back");
        }
    }
}
