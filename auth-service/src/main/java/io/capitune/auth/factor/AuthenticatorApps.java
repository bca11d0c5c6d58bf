package io.capitune.auth.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import io.capitune.auth.account.Reclaim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/** All apps, at most one per account. */
@ApplicationScoped
public class AuthenticatorApps implements Reclaim {

    static final String COLLECTION = "second_factors";

    private final MongoCollection<AuthenticatorApp> apps;

    AuthenticatorApps(MongoDatabase database) {
        this.apps = database.getCollection(COLLECTION, AuthenticatorApp.class);
    }

    Optional<AuthenticatorApp> of(String accountId) {
        return Optional.ofNullable(apps.find(eq("_id", accountId)).first());
    }

    Optional<AuthenticatorApp> of(ClientSession transaction, String accountId) {
        return Optional.ofNullable(apps.find(transaction, eq("_id", accountId)).first());
    }

    /** Adds the account's app; false where it has one, which stays. */
    boolean add(ClientSession transaction, AuthenticatorApp app) {
        return apps.updateOne(
                                transaction,
                                eq("_id", app.accountId()),
                                combine(
                                        setOnInsert("sealedSecret", app.sealedSecret()),
                                        setOnInsert("lastStep", app.lastStep()),
                                        setOnInsert("recoveryCodes", app.recoveryCodes()),
                                        setOnInsert("since", app.since()),
                                        setOnInsert("codesSince", app.codesSince()),
                                        setOnInsert("v", app.v())),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    /** Uses the code of a step up, and with it all of earlier steps; of any number of simultaneous calls one gets it. */
    boolean useStep(ClientSession transaction, AuthenticatorApp app, long step) {
        return apps.updateOne(
                                transaction,
                                and(
                                        eq("_id", app.accountId()),
                                        eq("sealedSecret", app.sealedSecret()),
                                        lt("lastStep", step)),
                                set("lastStep", step))
                        .getModifiedCount()
                == 1;
    }

    /** Uses a recovery code up; of any number of simultaneous calls one gets it, and the app as it is then. */
    Optional<AuthenticatorApp> useRecoveryCode(ClientSession transaction, String accountId, String hash) {
        return Optional.ofNullable(apps.findOneAndUpdate(
                transaction,
                and(eq("_id", accountId), eq("recoveryCodes", hash)),
                pull("recoveryCodes", hash),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** New recovery codes in place of all former ones. */
    void renewCodes(ClientSession transaction, String accountId, List<String> hashes, Instant now) {
        apps.updateOne(
                transaction, eq("_id", accountId), combine(set("recoveryCodes", hashes), set("codesSince", now)));
    }

    @Override
    public void reclaim(ClientSession transaction, String accountId, Instant since) {
        apps.deleteOne(transaction, and(eq("_id", accountId), gte("since", since)));
    }

    boolean remove(ClientSession transaction, String accountId) {
        return apps.deleteOne(transaction, eq("_id", accountId)).getDeletedCount() == 1;
    }
}
