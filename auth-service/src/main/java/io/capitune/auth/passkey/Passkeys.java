package io.capitune.auth.passkey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import io.capitune.auth.account.Reclaim;
import io.capitune.auth.factor.OtherFactor;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/** All passkeys. A credential's id is one account's only. */
@ApplicationScoped
public class Passkeys implements MongoIndexes, OtherFactor, Reclaim {

    static final String COLLECTION = "passkeys";

    private final MongoCollection<Passkey> passkeys;

    Passkeys(MongoDatabase database) {
        this.passkeys = database.getCollection(COLLECTION, Passkey.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(Indexes.ascending("accountId", "createdAt"));
    }

    /** An account's, oldest first. */
    public List<Passkey> of(String accountId) {
        return passkeys.find(eq("accountId", accountId))
                .sort(ascending("createdAt"))
                .into(new ArrayList<>());
    }

    @Override
    public boolean has(String accountId) {
        return passkeys.countDocuments(eq("accountId", accountId), new CountOptions().limit(1)) > 0;
    }

    @Override
    public boolean has(ClientSession transaction, String accountId) {
        return count(transaction, accountId) > 0;
    }

    @Override
    public void remove(ClientSession transaction, String accountId) {
        passkeys.deleteMany(transaction, eq("accountId", accountId));
    }

    Optional<Passkey> byId(String id) {
        return Optional.ofNullable(passkeys.find(eq("_id", id)).first());
    }

    Optional<Passkey> ofOwner(String accountId, String id) {
        return Optional.ofNullable(passkeys.find(owned(accountId, id)).first());
    }

    long count(ClientSession transaction, String accountId) {
        return passkeys.countDocuments(transaction, eq("accountId", accountId));
    }

    /** Adds it; false where its id is somebody's already, who keeps it. */
    boolean add(ClientSession transaction, Passkey passkey) {
        return passkeys.updateOne(
                                transaction,
                                eq("_id", passkey.id()),
                                combine(
                                        setOnInsert("accountId", passkey.accountId()),
                                        setOnInsert("name", passkey.name()),
                                        setOnInsert("publicKey", passkey.publicKey()),
                                        setOnInsert("signCount", passkey.signCount()),
                                        setOnInsert("synced", passkey.synced()),
                                        setOnInsert("transports", passkey.transports()),
                                        setOnInsert("createdAt", passkey.createdAt()),
                                        setOnInsert("v", passkey.v())),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    /** Writes down a use; false where it was used or removed since it was read. */
    boolean used(ClientSession transaction, Passkey read, long signCount, Instant now) {
        return passkeys.updateOne(
                                transaction,
                                and(owned(read.accountId(), read.id()), eq("signCount", read.signCount())),
                                combine(set("signCount", signCount), set("lastUsedAt", now)))
                        .getMatchedCount()
                == 1;
    }

    boolean rename(String accountId, String id, String name) {
        return passkeys.updateOne(owned(accountId, id), set("name", name)).getMatchedCount() == 1;
    }

    boolean remove(ClientSession transaction, String accountId, String id) {
        return passkeys.deleteOne(transaction, owned(accountId, id)).getDeletedCount() == 1;
    }

    @Override
    public void reclaim(ClientSession transaction, String accountId, Instant since) {
        passkeys.deleteMany(transaction, and(eq("accountId", accountId), gte("createdAt", since)));
    }

    private static Bson owned(String accountId, String id) {
        return and(eq("_id", id), eq("accountId", accountId));
    }
}
