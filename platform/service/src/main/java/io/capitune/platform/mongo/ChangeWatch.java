package io.capitune.platform.mongo;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import io.quarkus.runtime.ShutdownEvent;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

/**
 * Wakes somebody when documents appear in or change to a state, by a change stream. Only a wake-up: where the server has no
 * change streams, or is away, nothing is lost, since everybody who waits also polls.
 */
@ApplicationScoped
public class ChangeWatch {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final MongoDatabase database;
    private volatile boolean stopping;

    /** @param database where the collections are that are watched */
    public ChangeWatch(MongoDatabase database) {
        this.database = database;
    }

    /** Calls {@code wake} on a virtual thread for every change that matches, until the service stops. */
    public void start(String collection, Bson match, Runnable wake) {
        Thread.ofVirtual()
                .name("watch-" + collection)
                .start(() -> watch(database.getCollection(collection), match, wake));
    }

    private void watch(MongoCollection<Document> collection, Bson match, Runnable wake) {
        while (!stopping) {
            try (var changes =
                    collection.watch(List.of(Aggregates.match(match))).cursor()) {
                while (!stopping) {
                    changes.next();
                    wake.run();
                }
            } catch (MongoException | IllegalStateException e) {
                LOG.debugf(
                        "Change stream ended (%s); polling goes on.",
                        e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }
}
