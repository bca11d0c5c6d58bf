package io.capitune.auth.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import io.capitune.platform.mongo.MongoIndexes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/** All erasures, under way and done. */
@ApplicationScoped
class Erasures implements MongoIndexes {

    static final String COLLECTION = "erasures";

    private static final long KEEP_DAYS = 30;
    private static final FindOneAndUpdateOptions LONGEST_DUE =
            new FindOneAndUpdateOptions().sort(Sorts.ascending("dueAt")).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Erasure> erasures;

    Erasures(MongoDatabase database) {
        this.erasures = database.getCollection(COLLECTION, Erasure.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("finishedAt", "dueAt"));
        collection.createIndex(
                Indexes.ascending("finishedAt"), new IndexOptions().expireAfter(KEEP_DAYS, TimeUnit.DAYS));
    }

    void add(ClientSession transaction, Erasure erasure) {
        erasures.insertOne(transaction, erasure);
    }

    /** Takes one that is due; whoever takes it has until the lease's end, and then another process may. */
    Optional<Erasure> take(Instant now, Duration lease) {
        return Optional.ofNullable(erasures.findOneAndUpdate(
                and(eq("finishedAt", null), lte("dueAt", now)),
                combine(set("dueAt", now.plus(lease)), inc("tries", 1)),
                LONGEST_DUE));
    }

    /** The context has erased everything for good. */
    void confirm(String id, String context) {
        erasures.updateOne(eq("_id", id), pull("waiting", context));
    }

    void putOff(String id, Instant dueAt) {
        erasures.updateOne(and(eq("_id", id), eq("finishedAt", null)), set("dueAt", dueAt));
    }

    /** Ends it; false where it has ended or a context has not confirmed. */
    boolean finish(ClientSession transaction, String id, Instant now) {
        return erasures.updateOne(
                                transaction,
                                and(eq("_id", id), eq("finishedAt", null), eq("waiting", List.of())),
                                combine(set("finishedAt", now), unset("reason")))
                        .getModifiedCount()
                == 1;
    }
}
