package io.capitune.auth.rights;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import io.quarkus.arc.Unremovable;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;

/** What the database still has of somebody who deletes their account; null where there is nothing. */
@Unremovable
@ApplicationScoped
class Records {

    private final MongoDatabase database;

    Records(MongoDatabase database) {
        this.database = database;
    }

    Document account(Person person) {
        return database.getCollection("accounts").find(eq("_id", person.id())).first();
    }

    Document erasure(Person person) {
        return database.getCollection(Erasures.COLLECTION)
                .find(eq("_id", person.id()))
                .first();
    }
}
