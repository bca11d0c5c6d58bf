package io.capitune.e2e.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.capitune.e2e.system.CapituneSystem;
import org.bson.BsonTimestamp;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

/** What the system has written down of jobs, counts and events, read from its database. */
final class Ledger implements AutoCloseable {

    private final BsonTimestamp opened = new BsonTimestamp((int) Instant.now().getEpochSecond(), 1);
    private final MongoClient client;
    private final MongoDatabase database;

    Ledger(CapituneSystem system) {
        client = MongoClients.create(system.status().get("mongodbUri").asText());
        database = client.getDatabase("capitune");
    }

    /** The leases that were lost since it was opened, until the given jobs had ended, which were the last. */
    LostLeases lostLeases(Set<String> last) {
        return LostLeases.of(database.getCollection("cv_jobs"), opened, last);
    }

    /** Every job by its id, without what it was made from. */
    Map<String, Document> jobs() {
        return database
                .getCollection("cv_jobs")
                .find()
                .projection(Projections.exclude("input", "composition", "proof"))
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.toMap(job -> job.getString("_id"), Function.identity()));
    }

    /** How many jobs have not ended. */
    long unended() {
        return database.getCollection("cv_jobs").countDocuments(in("status", "QUEUED", "RUNNING"));
    }

    /** How many events nobody has acted on. */
    long openEvents() {
        return database.getCollection("events").countDocuments(eq("status", "open"));
    }

    /** Events that were given up. */
    List<Document> failedEvents() {
        return database.getCollection("events").find(eq("status", "failed")).into(new ArrayList<>());
    }

    /** How many units an account has used, in all months. */
    int used(String owner) {
        var sum = 0;
        for (var counter : database.getCollection("usage_counters").find(eq("owner", owner))) {
            sum += counter.getInteger("used");
        }
        return sum;
    }

    /** The event that tells of a job's end, if there is one. */
    List<Document> eventsOf(String job) {
        return database.getCollection("events")
                .find(and(eq("subject", job), eq("type", "cv.done")))
                .into(new ArrayList<>());
    }

    /** Its mail as notification-service keeps it. */
    List<Document> mailsOf(String event) {
        return database.getCollection("mails")
                .find(eq(event))
                .projection(Projections.exclude("sealed"))
                .into(new ArrayList<>());
    }

    @Override
    public void close() {
        client.close();
    }
}
