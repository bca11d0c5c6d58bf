package io.capitune.platform.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import io.capitune.platform.mongo.ChangeWatch;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.random.RandomTokens;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

/**
 * The events that wait for somebody to act. A claim hides an event until its lease ends by the database's clock; whoever
 * holds it settles it, and an event that is never settled comes back by itself. Collection {@code events}; settled ones are
 * kept for 30 days.
 */
@ApplicationScoped
public class EventQueue implements MongoIndexes {

    static final String COLLECTION = "events";
    static final String OPEN = "open";
    private static final long KEEP_DAYS = 30;
    private static final FindOneAndUpdateOptions FIRST =
            new FindOneAndUpdateOptions().sort(Sorts.ascending("dueAt", "at")).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> events;
    private final RandomTokens random;
    private final ChangeWatch changes;

    EventQueue(MongoDatabase database, RandomTokens random, ChangeWatch changes) {
        this.events = database.getCollection(COLLECTION);
        this.random = random;
        this.changes = changes;
    }

    /** Calls {@code onNew} soon after an event was added; only a wake-up, so whoever uses it polls as well. */
    public void watch(Runnable onNew) {
        changes.start(COLLECTION, eq("operationType", "insert"), onNew);
    }

    /** Claims the event that has been due the longest among {@code types}. */
    public Optional<ClaimedEvent> claim(Set<String> types, Duration lease) {
        var token = random.id();
        var claimed = new Document("claimToken", token)
                .append("dueAt", fromNow(lease))
                .append("attempts", new Document("$add", List.of("$attempts", 1)));
        var found = events.findOneAndUpdate(due(types), List.of(new Document("$set", claimed)), FIRST);
        return Optional.ofNullable(found)
                .map(event -> new ClaimedEvent(read(event), token, event.getInteger("attempts")));
    }

    /** Settles a claimed event and blanks what it carried; false where the claim was lost. */
    public boolean done(ClaimedEvent claimed) {
        return settle(claimed, "done", "");
    }

    /** Gives up on a claimed event, for the reason given (no personal data). */
    public boolean failed(ClaimedEvent claimed, String reason) {
        return settle(claimed, "failed", reason);
    }

    /** Hands a claimed event back, to be due again after {@code backoff}. */
    public boolean retryAt(ClaimedEvent claimed, Duration backoff, String reason) {
        var handedBack = new Document("dueAt", fromNow(backoff)).append("reason", new Document("$literal", reason));
        var update = List.<Bson>of(new Document("$set", handedBack), new Document("$unset", "claimToken"));
        return events.updateOne(held(claimed), update).getModifiedCount() == 1;
    }

    /**
     * For how long the oldest open event has been there; empty where none is open. Both ends are the database's time, in whole
     * seconds, so that no machine's clock makes events look older or younger; only those of older releases have none but ours.
     */
    public Optional<Duration> ageOfOldestOpen(Set<String> types) {
        var added = new Document("$ifNull", List.of(new Document("$toDate", "$addedAt"), "$at"));
        var age = new Document("$subtract", List.of("$$NOW", added));
        var oldest = events.aggregate(List.of(
                        Aggregates.match(and(eq("status", OPEN), in("type", types))),
                        Aggregates.group(null, Accumulators.max("age", age))))
                .first();
        return Optional.ofNullable(oldest).map(found -> Duration.ofMillis(found.getLong("age")));
    }

    /** When the event was settled as done; empty where it is open, has failed, or is not kept any more. */
    public Optional<Instant> doneAt(String id) {
        return Optional.ofNullable(
                        events.find(and(eq(id), eq("status", "done"))).first())
                .map(event -> event.getDate("settledAt").toInstant());
    }

    /** Whether somebody may still act on the event. */
    public boolean isOpen(String id) {
        return events.find(and(eq(id), eq("status", OPEN))).first() != null;
    }

    private boolean settle(ClaimedEvent claimed, String status, String reason) {
        var settled = new Document("status", status)
                .append("reason", new Document("$literal", reason))
                // Names and titles have no business in what is only kept to tell that it happened.
                .append("payload", new Document("$literal", new Document()))
                .append("sealed", null)
                .append("settledAt", "$$NOW");
        var update = List.<Bson>of(new Document("$set", settled), new Document("$unset", "claimToken"));
        return events.updateOne(held(claimed), update).getModifiedCount() == 1;
    }

    private static Bson held(ClaimedEvent claimed) {
        return and(eq(claimed.event().id()), eq("claimToken", claimed.claimToken()), eq("status", OPEN));
    }

    private static Bson due(Set<String> types) {
        var now = new Document("$expr", new Document("$lte", List.of("$dueAt", "$$NOW")));
        return and(eq("status", OPEN), in("type", types), now);
    }

    private static Document fromNow(Duration duration) {
        return new Document("$add", List.of("$$NOW", duration.toMillis()));
    }

    private static DomainEvent read(Document event) {
        Map<String, String> payload = event.get("payload", Document.class).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        return new DomainEvent(
                event.getString("_id"),
                event.getString("type"),
                event.getString("subject"),
                event.getList("audience", String.class),
                payload,
                event.getString("sealed"),
                event.get("at", Date.class).toInstant());
    }

    @Override
    public void ensure(MongoDatabase database) {
        events.createIndex(Indexes.ascending("status", "dueAt", "at"));
        events.createIndex(Indexes.ascending("settledAt"), new IndexOptions().expireAfter(KEEP_DAYS, TimeUnit.DAYS));
    }
}
