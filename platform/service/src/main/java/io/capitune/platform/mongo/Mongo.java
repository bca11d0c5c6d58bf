package io.capitune.platform.mongo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The service's database and its indexes. A service starts without MongoDB and makes them when it comes. */
class Mongo {

    private static final Logger LOG = Logger.getLogger(Mongo.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    @Produces
    @ApplicationScoped
    MongoDatabase database(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        return client.getDatabase(name);
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    void makeIndexes(@Observes StartupEvent start, MongoDatabase database, @All List<MongoIndexes> indexes) {
        if (indexes.isEmpty() || ensured(database, indexes)) {
            return;
        }
        Thread.ofVirtual().name("mongo-indexes").start(() -> retry(database, indexes));
    }

    private static void retry(MongoDatabase database, List<MongoIndexes> indexes) {
        try {
            do {
                Thread.sleep(RETRY);
            } while (!ensured(database, indexes));
        } catch (InterruptedException | IllegalStateException stopping) {
            // The service, and with it the client, is being closed.
            LOG.debug("No more tries for the indexes", stopping);
        }
    }

    private static boolean ensured(MongoDatabase database, List<MongoIndexes> indexes) {
        try {
            indexes.forEach(one -> one.ensure(database));
            return true;
        } catch (MongoException e) {
            LOG.warnf("Indexes wait for MongoDB: %s", e.getClass().getSimpleName());
            return false;
        }
    }
}
