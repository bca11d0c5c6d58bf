package io.capitune.cvjob.submit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ReadConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.capitune.cv.job.CvJob;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

/**
 * Keys used in the last 24 hours by the database's clock, so that replicas agree on which these are, and the jobs they made.
 * Collection {@code idempotency_keys}.
 */
@ApplicationScoped
public class IdempotencyKeys implements MongoIndexes {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final MongoCollection<Used> keys;

    IdempotencyKeys(MongoDatabase database) {
        this.keys = database.getCollection("idempotency_keys", Used.class);
    }

    /** A key and what was done for it. */
    public record Used(@BsonId String id, int v, String digest, String jobId, Instant expiresAt) {}

    /** The job that the same request made before; 422 {@code IDEMPOTENCY_MISMATCH} where the key was for another. */
    Optional<String> jobOf(Once once) {
        return jobOf(keys, once);
    }

    /** The same, having seen whatever was committed before it was asked: what one's own transaction just met, majority or not. */
    Optional<String> jobOfRival(Once once) {
        return jobOf(keys.withReadConcern(ReadConcern.LINEARIZABLE), once);
    }

    private Optional<String> jobOf(MongoCollection<Used> source, Once once) {
        var used = source.find(and(eq(once.id()), now("$lt")))
                .maxTime(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .first();
        if (used != null && !used.digest().equals(once.digest())) {
            throw new ProblemException(
                    422, "IDEMPOTENCY_MISMATCH", "This Idempotency-Key was used for another request.");
        }
        return Optional.ofNullable(used).map(Used::jobId);
    }

    /** Takes the key for a job; a duplicate-key error where somebody else just did. */
    void take(ClientSession session, Once once, CvJob job) {
        // The database removes what has expired within a minute or so, not at once.
        keys.deleteOne(session, and(eq(once.id()), now("$gte")));
        keys.insertOne(
                session,
                new Used(once.id(), 1, once.digest(), job.id(), job.createdAt().plus(KEPT)));
    }

    /** Forgets the keys that made these jobs. */
    public void forget(Collection<String> jobs) {
        keys.deleteMany(in("jobId", jobs));
    }

    private static Document now(String compared) {
        return new Document("$expr", new Document(compared, List.of("$$NOW", "$expiresAt")));
    }

    @Override
    public void ensure(MongoDatabase database) {
        keys.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
}
