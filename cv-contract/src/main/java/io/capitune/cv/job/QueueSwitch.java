package io.capitune.cv.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.eq;

/**
 * By which an operator lets the queue run dry: while it is drained no worker claims, what is held is finished, and
 * submissions go on and wait. One document in {@code cv_queue}.
 */
@ApplicationScoped
public class QueueSwitch {

    /** How long an answer is good for: a worker looks once a second however often it claims. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final String ID = "switch";
    private static final FindOneAndUpdateOptions WRITTEN =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> switches;
    private final LongSupplier nanos;
    private volatile @Nullable Seen last;

    @Inject
    QueueSwitch(MongoDatabase database) {
        this(database, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward, since a machine's own may be set back by hours */
    QueueSwitch(MongoDatabase database, LongSupplier nanos) {
        this.switches = database.getCollection("cv_queue");
        this.nanos = nanos;
    }

    private record Seen(long at, boolean drained) {}

    /** Whether no worker is to claim, as of a second ago at most; while MongoDB is away, as of when it was there. */
    public boolean drained() {
        var seen = last;
        var now = nanos.getAsLong();
        if (seen != null && now - seen.at() < FRESH.toNanos()) {
            return seen.drained();
        }
        var drained = seen != null && seen.drained();
        try {
            drained = drainedSince() != null;
        } catch (MongoException away) {
            // What was asked for last holds.
        }
        last = new Seen(now, drained);
        return drained;
    }

    /** Since when, by the database's clock, no worker is to claim; null while all do. Read now. */
    public @Nullable Instant drainedSince() {
        return since(switches.find(eq(ID)).first());
    }

    /** Workers stop claiming within about a second. Drained again, it stays drained since the first time. */
    public void drain() {
        set(new Document("$ifNull", List.of("$drainedAt", "$$NOW")));
    }

    /** Workers claim again within about a second. */
    public void resume() {
        set(null);
    }

    private void set(@Nullable Document drainedAt) {
        var fields = new Document("v", new Document("$literal", 1)).append("drainedAt", drainedAt);
        var written = switches.findOneAndUpdate(eq(ID), List.<Bson>of(new Document("$set", fields)), WRITTEN);
        last = new Seen(nanos.getAsLong(), since(written) != null);
    }

    private static @Nullable Instant since(@Nullable Document found) {
        var at = found == null ? null : found.getDate("drainedAt");
        return at == null ? null : at.toInstant();
    }
}
