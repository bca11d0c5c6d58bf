package io.capitune.auth.password;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.inc;

/**
 * Tries per key: some are free, after them each one has the next wait for twice as long, from a first wait to a longest. Tries are
 * forgotten one by one. A try counts before it is judged, by the database's clock and in one command, so that exactly as many of any number of
 * simultaneous tries are taken as there are, over all replicas. Collection {@code password_tries}.
 */
@ApplicationScoped
class GrowingWaits implements MongoIndexes {

    private static final int VERSION = 2;
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> tries;

    GrowingWaits(MongoDatabase database) {
        this.tries = database.getCollection("password_tries");
    }

    /**
     * How much is allowed.
     *
     * @param free tries that wait for nothing
     * @param first what the next one waits
     * @param longest where the doubling ends
     * @param forgotten within so long as many tries are forgotten as are free
     */
    record Allowance(int free, Duration first, Duration longest, Duration forgotten) {

        private long millisPerTry() {
            return Math.max(1, forgotten.toMillis() / Math.max(1, free));
        }

        /** Beyond it no wait is longer, so that none has to be remembered. */
        private int mostCounted() {
            var longer = longest.minusMillis(1).dividedBy(first);
            return free + Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, longer));
        }
    }

    @Override
    public void ensure(MongoDatabase database) {
        tries.createIndex(Indexes.ascending("forgottenAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /** Takes a try of the key; where there is none now, for how long. */
    Optional<Duration> take(String key, Allowance allowance) {
        var after = update(key, allowance);
        if (after.getBoolean("taken")) {
            return Optional.empty();
        }
        var left = after.getDate("nextAt").getTime() - after.getDate("now").getTime();
        return Optional.of(Duration.ofMillis(Math.max(left, 1)));
    }

    /** One that was taken does not count any more; what is waited for stays. */
    void giveBack(String key) {
        tries.updateOne(and(eq(key), gt("count", 0)), inc("count", -1));
    }

    /** One that was taken came to nothing: it does not count, and the wait that came with it is over. */
    void undo(String key) {
        var less = operation("$max", 0, operation("$subtract", "$count", 1));
        tries.updateOne(eq(key), List.of(set(new Document("count", less).append("nextAt", "$$NOW"))));
    }

    /** All are free again, and nothing is waited for. */
    void reset(String key) {
        tries.deleteOne(eq(key));
    }

    private Document update(String key, Allowance allowance) {
        var update = List.of(asItWas(), due(allowance), left(allowance), taken(), counted(allowance), next(allowance));
        try {
            return tries.findOneAndUpdate(eq(key), update, UPSERT);
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Two first tries met; the document exists now.
            return tries.findOneAndUpdate(eq(key), update, UPSERT);
        }
    }

    private static Document asItWas() {
        return set(new Document("now", "$$NOW")
                .append("count", ifNull("$count", 0))
                .append("since", ifNull("$since", "$$NOW"))
                .append("nextAt", ifNull("$nextAt", new Date(0))));
    }

    /** How many are to be forgotten: whole ones, so that a limit is what it is called for as long as none is. */
    private static Document due(Allowance allowance) {
        var passed = operation("$subtract", "$now", "$since");
        var whole = new Document("$floor", operation("$divide", passed, allowance.millisPerTry()));
        // Of simultaneous tries, one may come to the document after another that began later.
        return set("due", new Document("$toLong", operation("$max", 0, operation("$min", "$count", whole))));
    }

    private static Document left(Allowance allowance) {
        var counted = operation("$add", "$since", operation("$multiply", "$due", allowance.millisPerTry()));
        return set(new Document("count", operation("$subtract", "$count", "$due"))
                .append("since", cond(operation("$lte", "$count", "$due"), "$now", counted)));
    }

    private static Document taken() {
        return set("taken", operation("$lte", "$nextAt", "$now"));
    }

    private static Document counted(Allowance allowance) {
        var more = operation("$min", operation("$add", "$count", 1), allowance.mostCounted());
        return set("count", cond("$taken", more, "$count"));
    }

    private static Document next(Allowance allowance) {
        var doubled = operation(
                "$multiply",
                allowance.first().toMillis(),
                operation("$pow", 2, operation("$subtract", "$count", allowance.free())));
        var wait = operation("$min", allowance.longest().toMillis(), doubled);
        var waits = operation("$and", "$taken", operation("$gte", "$count", allowance.free()));
        var nextAt = cond(waits, operation("$add", "$now", wait), "$nextAt");
        var allForgotten = operation("$multiply", "$count", allowance.millisPerTry());
        var forgottenAt = operation(
                "$add",
                "$now",
                operation("$max", allForgotten, allowance.longest().toMillis()));
        return set(new Document("nextAt", nextAt)
                .append("forgottenAt", forgottenAt)
                .append("v", VERSION));
    }

    private static Document set(String field, Object value) {
        return set(new Document(field, value));
    }

    private static Document set(Document fields) {
        return new Document("$set", fields);
    }

    private static Document operation(String name, Object... operands) {
        return new Document(name, List.of(operands));
    }

    private static Document ifNull(String field, Object otherwise) {
        return operation("$ifNull", field, otherwise);
    }

    private static Document cond(Object test, Object yes, Object no) {
        return operation("$cond", test, yes, no);
    }
}
