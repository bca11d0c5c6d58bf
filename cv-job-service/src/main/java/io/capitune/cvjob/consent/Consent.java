package io.capitune.cvjob.consent;

import java.time.Clock;
import java.time.Instant;

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

    /** Whether the account agrees. */
    public boolean of(String owner) {
        var given = consents.find(eq(owner)).first();
        return given != null && given.model();
    }

    /** The account agrees, or no longer does. */
    public void set(String owner, boolean model) {
        consents.replaceOne(eq(owner), new Given(owner, 1, model, clock.instant()), new ReplaceOptions().upsert(true));
    }
}
