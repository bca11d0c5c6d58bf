package io.capitune.auth.admission;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import io.capitune.auth.account.Reclaim;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

/** All sign-ins that wait for their second step; MongoDB removes them at their end. */
@ApplicationScoped
public class PendingSignIns implements MongoIndexes, Reclaim {

    private static final String COLLECTION = "pending_sign_ins";

    private final MongoCollection<PendingSignIn> pending;

    PendingSignIns(MongoDatabase database) {
        this.pending = database.getCollection(COLLECTION, PendingSignIn.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("secretHash"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("accountId"));
        collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    void add(ClientSession transaction, PendingSignIn signIn) {
        pending.insertOne(transaction, signIn);
    }

    Optional<PendingSignIn> bySecretHash(String secretHash, Instant now) {
        return Optional.ofNullable(
                pending.find(and(eq("secretHash", secretHash), live(now))).first());
    }

    /** Takes one of its tries, before anything is compared; empty when none is left. */
    Optional<PendingSignIn> takeTry(String id, int limit, Instant now) {
        return Optional.ofNullable(pending.findOneAndUpdate(
                and(eq("_id", id), live(now), lt("tries", limit)),
                inc("tries", 1),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** Ends it; of any number of simultaneous transactions one gets it. */
    boolean consume(ClientSession transaction, String id, Instant now) {
        return pending.updateOne(transaction, and(eq("_id", id), live(now)), set("consumedAt", now))
                        .getModifiedCount()
                == 1;
    }

    /** Ends all of the account. */
    public void endAll(ClientSession transaction, String accountId) {
        pending.deleteMany(transaction, eq("accountId", accountId));
    }

    @Override
    public void reclaim(ClientSession transaction, String accountId, Instant since) {
        endAll(transaction, accountId);
    }

    private static Bson live(Instant now) {
        return and(eq("consumedAt", null), gt("expiresAt", now));
    }
}
