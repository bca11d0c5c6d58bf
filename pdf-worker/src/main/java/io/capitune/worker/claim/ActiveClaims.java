package io.capitune.worker.claim;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.JobQueue;
import io.capitune.worker.WorkerConfig;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** The jobs this worker holds; their leases are renewed while they are worked on. */
@ApplicationScoped
class ActiveClaims {

    private static final Logger LOG = Logger.getLogger(ActiveClaims.class);

    private final Map<String, Claim> claims = new ConcurrentHashMap<>();
    private final JobQueue queue;
    private final WorkerConfig config;

    ActiveClaims(JobQueue queue, WorkerConfig config) {
        this.queue = queue;
        this.config = config;
    }

    void add(Claim claim) {
        claims.put(claim.token(), claim);
    }

    void remove(Claim claim) {
        claims.remove(claim.token());
    }

    Iterable<Claim> all() {
        return claims.values();
    }

    @Scheduled(every = "${capitune.worker.renewal}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        for (var claim : claims.values()) {
            try {
                if (!queue.renew(claim, config.lease())) {
                    claims.remove(claim.token());
                }
            } catch (MongoException e) {
                LOG.warn("Leases cannot be renewed: MongoDB is away");
                return;
            }
        }
    }
}
