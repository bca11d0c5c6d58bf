package io.capitune.cvjob.retention;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cvjob.turn.Turns;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Has one replica in each interval look for files whose end is near. */
@ApplicationScoped
class RetentionSchedule {

    private static final Logger LOG = Logger.getLogger(RetentionSchedule.class);

    private final RetentionRun run;
    private final Turns turns;
    private final RetentionConfig config;

    RetentionSchedule(RetentionRun run, Turns turns, RetentionConfig config) {
        this.run = run;
        this.turns = turns;
        this.config = config;
    }

    @Scheduled(every = "1m", delayed = "45s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        try {
            if (turns.take("retention", config.every())) {
                run.run();
            }
        } catch (MongoException e) {
            LOG.warn("Retention: MongoDB is away; the rest follows with the next turn");
        }
    }
}
