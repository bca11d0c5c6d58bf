package io.capitune.auth.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.capitune.auth.account.Reclaim;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/** All identities at providers. Those that wait for a second step are found by nobody and removed by MongoDB at their end. */
@ApplicationScoped
public class Identities implements MongoIndexes, Reclaim {

    static final String COLLECTION = "identities";

    private static final Bson COUNTS = eq("pendingUntil", null);
    private static final Bson WAITS = ne("pendingUntil", null);

    private final MongoCollection<Identity> identities;

    Identities(MongoDatabase database) {
        this.identities = database.getCollection(COLLECTION, Identity.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("issuer", "subject"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("accountId", "createdAt"));
        collection.createIndex(Indexes.ascending("pendingUntil"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    Optional<Identity> of(Stated stated) {
        return Optional.ofNullable(identities
                .find(and(same(stated.issuer(), stated.subject()), COUNTS))
                .first());
    }

    /** An account's, oldest first. */
    List<Identity> of(String accountId) {
        return identities
                .find(and(eq("accountId", accountId), COUNTS))
                .sort(ascending("createdAt"))
                .into(new ArrayList<>());
    }

    Optional<Identity> ofOwner(String accountId, String id) {
        return Optional.ofNullable(
                identities.find(and(owned(accountId, id), COUNTS)).first());
    }

    Optional<Identity> ofOwner(ClientSession transaction, String accountId, String id) {
        return Optional.ofNullable(
                identities.find(transaction, and(owned(accountId, id), COUNTS)).first());
    }

    /**
     * Adds one that waits, in place of another of the same person that waits.
     *
     * @throws com.mongodb.MongoWriteException with a duplicate key where the person has one that counts
     */
    void propose(ClientSession transaction, Identity identity) {
        identities.deleteOne(transaction, and(same(identity.issuer(), identity.subject()), WAITS));
        identities.insertOne(transaction, identity);
    }

    /** It counts from now on; false where it did before or is gone. */
    boolean confirm(ClientSession transaction, String accountId, String id, Instant now) {
        return identities
                        .updateOne(
                                transaction,
                                and(owned(accountId, id), WAITS),
                                combine(unset("pendingUntil"), set("createdAt", now), set("lastUsedAt", now)))
                        .getModifiedCount()
                == 1;
    }

    /** Writes down a use; false where it was unlinked since it was read. */
    boolean used(ClientSession transaction, Identity identity, Instant now) {
        return identities
                        .updateOne(
                                transaction,
                                and(owned(identity.accountId(), identity.id()), COUNTS),
                                set("lastUsedAt", now))
                        .getMatchedCount()
                == 1;
    }

    boolean remove(ClientSession transaction, String accountId, String id) {
        return identities.deleteOne(transaction, owned(accountId, id)).getDeletedCount() == 1;
    }

    @Override
    public void reclaim(ClientSession transaction, String accountId, Instant since) {
        identities.deleteMany(transaction, and(eq("accountId", accountId), or(gte("createdAt", since), WAITS)));
    }

    void removeAll(String accountId) {
        identities.deleteMany(eq("accountId", accountId));
    }

    private static Bson same(String issuer, String subject) {
        return and(eq("issuer", issuer), eq("subject", subject));
    }

    private static Bson owned(String accountId, String id) {
        return and(eq("_id", id), eq("accountId", accountId));
    }
}
