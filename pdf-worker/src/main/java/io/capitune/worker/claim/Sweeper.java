package io.capitune.worker.claim;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.job.Garbage;
import io.capitune.platform.storage.BlobStore;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Deletes the files of removed jobs that could not be deleted with them. Every worker does it; it is idempotent. */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private final Garbage garbage;
    private final BlobStore files;

    Sweeper(Garbage garbage, BlobStore files) {
        this.garbage = garbage;
        this.files = files;
    }

    @Scheduled(every = "${capitune.worker.sweep}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            garbage.sweep(files);
        } catch (MongoException e) {
            LOG.debug("No sweep: MongoDB is away");
        }
    }
}
