package io.capitune.worker.compose.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.random.RandomTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jboss.logging.Logger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/**
 * What a model answered lately, so that the same account pays no second time for the same request: collection
 * {@code compositions}. Answers are sealed by {@link AnswerKey} and end by the database's clock. A store that is away or broken
 * costs a call, never a job.
 */
@ApplicationScoped
class KeptAnswers implements MongoIndexes {

    private static final Logger LOG = Logger.getLogger(KeptAnswers.class);
    private static final String COLLECTION = "compositions";
    private static final Document NOT_ENDED = new Document("$expr", new Document("$gt", List.of("$expireAt", "$$NOW")));

    private final MongoCollection<Document> answers;
    private final Duration keep;
    private final RandomTokens random;
    private final MeterRegistry metrics;

    KeptAnswers(MongoDatabase database, ModelConfig config, RandomTokens random, MeterRegistry metrics) {
        this.answers = database.getCollection(COLLECTION);
        this.keep = config.keep();
        this.random = random;
        this.metrics = metrics;
    }

    /** The answer, where it is kept. */
    Optional<String> find(AnswerKey key) {
        if (keep.isZero()) {
            return Optional.empty();
        }
        Optional<String> found = quietly(() -> {
            Document kept = answers.find(and(eq(key.id()), NOT_ENDED)).first();
            return kept == null
                    ? Optional.<String>empty()
                    : Optional.of(key.open(kept.get("sealed", Binary.class).getData()));
        });
        count(found.isPresent() ? "hit" : "miss");
        return found;
    }

    /** Keeps the answer for as long as configured, anew where it was kept before. */
    void keep(AnswerKey key, String answer) {
        if (keep.isZero()) {
            return;
        }
        quietly(() -> {
            var kept = new Document("v", 1)
                    .append("sealed", new Binary(key.seal(answer, random)))
                    .append("expireAt", new Document("$add", List.of("$$NOW", keep.toMillis())));
            answers.updateOne(
                    eq(key.id()), List.<Bson>of(new Document("$set", kept)), new UpdateOptions().upsert(true));
            return Optional.empty();
        });
    }

    /** Keeps it no longer. */
    void forget(AnswerKey key) {
        quietly(() -> {
            answers.deleteOne(eq(key.id()));
            return Optional.empty();
        });
    }

    @Override
    public void ensure(MongoDatabase database) {
        answers.createIndex(Indexes.ascending("expireAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    private Optional<String> quietly(Callable<Optional<String>> work) {
        try {
            return work.call();
        } catch (Exception e) {
            // By kind only: the driver's messages may quote what was written.
            LOG.warnf("Kept answers are not available: %s", e.getClass().getSimpleName());
            count("error");
            return Optional.empty();
        }
    }

    private void count(String result) {
        metrics.counter("capitune.model.kept.answers", "result", result).increment();
    }
}
