package io.capitune.auth.password;

import java.time.Duration;
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
import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.seal.Sealer;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;

/**
 * How often passwords may be tried. Nobody is locked out: after some free tries each one waits for twice as long as the one before,
 * up to a minute, and a right password sets that back. Tries are counted by address and network, but those of a browser that the account knows,
 * or of a session, each by itself: whoever guesses holds up nobody who was in before (OWASP's “device cookies”). A try counts before it
 * is judged, by the database's clock and alike whether the address is known, so that the limit is exact over all replicas and tells nothing.
 * Collection {@code password_tries}.
 */
@ApplicationScoped
public class PasswordTries implements MongoIndexes {

    private static final Duration SOURCE_WINDOW = Duration.ofMinutes(10);
    private static final long SECOND = 1000;
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> tries;
    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.Password config;

    PasswordTries(MongoDatabase database, RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.tries = database.getCollection("password_tries");
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.password();
    }

    @Override
    public void ensure(MongoDatabase database) {
        tries.createIndex(Indexes.ascending("forgottenAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /** Takes one of those that are counted by this; where there is none now, for how long. */
    Optional<Duration> take(String counted) {
        var after = counted(key(counted));
        if (after.getBoolean("taken")) {
            return Optional.empty();
        }
        var left = after.getDate("nextAt").getTime() - after.getDate("now").getTime();
        return Optional.of(Duration.ofMillis(Math.max(left, 1)));
    }

    /** Takes one of the network's; where it has none left, for how long. */
    public Optional<Duration> takeFrom(String source) {
        var network = sealer.mac("password-source", SourceNetwork.of(source).value());
        var decision = limiter.take("password-source:" + network, config.triesPerSource(), SOURCE_WINDOW);
        return decision.allowed() ? Optional.empty() : Optional.of(decision.retryAfter());
    }

    /** The password was right: the free tries are there again. */
    void reset(String counted) {
        tries.deleteOne(eq(key(counted)));
    }

    private String key(String counted) {
        return sealer.mac("password-tries", counted);
    }

    private Document counted(String key) {
        var update = List.of(set("now", "$$NOW"), forgotten(), taken(), counted(), next());
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

    private Document forgotten() {
        var over = new Document("$lte", List.of(ifNull("$forgottenAt", "$$NOW"), "$$NOW"));
        return set("count", cond(over, 0, ifNull("$count", 0)));
    }

    private static Document taken() {
        var due = new Document("$lte", List.of(ifNull("$nextAt", "$$NOW"), "$$NOW"));
        var first = new Document("$eq", List.of("$count", 0));
        return set("taken", new Document("$or", List.of(first, due)));
    }

    private static Document counted() {
        return set("count", cond("$taken", new Document("$add", List.of("$count", 1)), "$count"));
    }

    private Document next() {
        var beyond = new Document("$subtract", List.of("$count", config.freeTries()));
        var doubled = new Document("$multiply", List.of(SECOND, new Document("$pow", List.of(2, beyond))));
        var wait = new Document("$min", List.of(config.longestWait().toMillis(), doubled));
        var longer = cond(new Document("$gte", List.of("$count", config.freeTries())), wait, 0);
        var nextAt = cond("$taken", new Document("$add", List.of("$$NOW", longer)), "$nextAt");
        var forgottenAt = new Document(
                "$add", List.of("$$NOW", config.triesForgottenAfter().toMillis()));
        return new Document(
                "$set",
                new Document("nextAt", nextAt)
                        .append("forgottenAt", forgottenAt)
                        .append("v", 1));
    }

    private static Document set(String field, Object value) {
        return new Document("$set", new Document(field, value));
    }

    private static Document ifNull(String field, Object otherwise) {
        return new Document("$ifNull", List.of(field, otherwise));
    }

    private static Document cond(Object test, Object yes, Object no) {
        return new Document("$cond", List.of(test, yes, no));
    }
}
