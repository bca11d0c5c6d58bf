package io.capitune.cvjob.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.codecs.pojo.annotations.BsonId;

import static com.mongodb.client.model.Filters.eq;

/** Whether accounts agreed that a language model sees their text; no unless they said so. Collection {@code consents}. */
@ApplicationScoped
public class Consent {

    private final MongoCollection<Given> consents;
    private final Clock clock;

    Consent(MongoDatabase database, Clock clock) {
        this.consents = database.getCollection("consents", Given.class);
        this.clock = clock;
    }

    /** What an account said last, and when. */
    public record Given(@BsonId String id, int v, boolean model, Instant at) {}

    /** What the account said last; empty where it never said anything. */
    public Optional<Given> given(String owner) {
        return Optional.ofNullable(consents.find(eq(owner)).first());
    }

    /** Forgets what the account said: it agrees to nothing. */
    public void forget(String owner) {
        consents.deleteOne(eq(owner));
    }

    /** Whether the account agrees. */
    public boolean of(String owner) {
        return given(owner).filter(Given::model).isPresent();
    }

    /** The account agrees, or no longer does. */
    public void set(String owner, boolean model) {
        consents.replaceOne(eq(owner), new Given(owner, 1, model, clock.instant()), new ReplaceOptions().upsert(true));
    }
}
