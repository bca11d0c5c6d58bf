package io.capitune.cvjob.turn;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/**
 * Whose turn it is, by the database's clock: of all replicas that ask, one gets it in each interval. It is no lock; what is done
 * in a turn has to be harmless when it takes longer than the interval. Collection {@code turns}.
 */
@ApplicationScoped
public class Turns {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> turns;

    Turns(MongoDatabase database) {
        this.turns = database.getCollection("turns");
    }

    /** Takes the turn of {@code what} if none was taken within the last {@code every}. */
    public boolean take(String what, Duration every) {
        known(what);
        var due = and(eq(what), new Document("$expr", new Document("$lte", List.of("$nextAt", "$$NOW"))));
        var next = new Document("nextAt", new Document("$add", List.of("$$NOW", every.toMillis())));
        return turns.updateOne(due, List.<Bson>of(new Document("$set", next))).getModifiedCount() == 1;
    }

    private void known(String what) {
        var first = Updates.combine(Updates.setOnInsert("v", 1), Updates.setOnInsert("nextAt", new Date(0)));
        try {
            turns.updateOne(eq(what), first, new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getCode() != DUPLICATE_KEY) {
                throw e;
            }
            // Another replica was the first at the same moment.
        }
    }
}
