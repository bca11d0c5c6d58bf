package io.capitune.platform.limit;

import java.time.Duration;
import java.util.List;
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
 * Counts acts per key in windows that begin with the first act, by the database's clock: exactly {@code limit} of any number
 * of simultaneous acts are allowed, over all replicas. Collection {@code rate_limits}.
 */
@ApplicationScoped
public class RateLimiter implements MongoIndexes {

    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> windows;

    RateLimiter(MongoDatabase database) {
        this.windows = database.getCollection("rate_limits");
    }

    /**
     * Whether the act is allowed.
     *
     * @param retryAfter how long until the window ends; zero where the act is allowed
     */
    public record Decision(boolean allowed, Duration retryAfter) {}

    /** Counts one act of {@code key}. Keys hold no personal data: pass a keyed hash of an address. */
    public Decision take(String key, int limit, Duration window) {
        var after = count(key, window);
        if (after.getInteger("count") <= limit) {
            return new Decision(true, Duration.ZERO);
        }
        var left = after.getDate("resetAt").getTime() - after.getDate("now").getTime();
        return new Decision(false, Duration.ofMillis(Math.max(left, 1)));
    }

    /** An act of {@code key} that was counted came to nothing: it counts no more. */
    public void undo(String key) {
        windows.updateOne(and(eq(key), gt("count", 0)), inc("count", -1));
    }

    private Document count(String key, Duration window) {
        var live = new Document("$gt", List.of("$resetAt", "$$NOW"));
        var end = new Document("$add", List.of("$$NOW", window.toMillis()));
        var next = new Document("v", 1)
                .append("count", cond(live, new Document("$add", List.of("$count", 1)), 1))
                .append("resetAt", cond(live, "$resetAt", end))
                .append("now", "$$NOW");
        var update = List.of(new Document("$set", next));
        try {
            return windows.findOneAndUpdate(eq(key), update, UPSERT);
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Two first acts met; the window exists now.
            return windows.findOneAndUpdate(eq(key), update, UPSERT);
        }
    }

    private static Document cond(Object test, Object yes, Object no) {
        return new Document("$cond", List.of(test, yes, no));
    }

    @Override
    public void ensure(MongoDatabase database) {
        windows.createIndex(Indexes.ascending("resetAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
}
