package io.capitune.auth.provider;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import io.quarkus.arc.Unremovable;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;

/** Who is linked to whom at a provider, as it is stored. */
@Unremovable
@ApplicationScoped
class StoredIdentities {

    private final MongoDatabase database;

    StoredIdentities(MongoDatabase database) {
        this.database = database;
    }

    /** The account's, those that wait for a second step, too. */
    List<Document> of(String accountId) {
        return database.getCollection(Identities.COLLECTION)
                .find(eq("accountId", accountId))
                .into(new ArrayList<>());
    }

    /** How many accounts the provider's person of that name opens. */
    long ofSubject(String subject) {
        return database.getCollection(Identities.COLLECTION).countDocuments(eq("subject", subject));
    }
}
