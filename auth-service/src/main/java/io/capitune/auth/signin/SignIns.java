package io.capitune.auth.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

/** All sign-ins under way; MongoDB removes them an hour after their end, until when a used link can still be told from a wrong one. */
@ApplicationScoped
public class SignIns implements MongoIndexes {

    static final String COLLECTION = "sign_ins";

    // Somebody who has more mails on the way is not reading them. Bounds what one typed code is compared with.
    private static final int LIVE_PER_BROWSER = 10;

    private final MongoCollection<SignIn> signIns;

    SignIns(MongoDatabase database) {
        this.signIns = database.getCollection(COLLECTION, SignIn.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("tokenHash"), new IndexOptions().unique(true));
        collection.createIndex(
                Indexes.compoundIndex(Indexes.ascending("browserHash"), Indexes.descending("mailed", "createdAt")));
        collection.createIndex(Indexes.ascending("email"));
        collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(1L, TimeUnit.HOURS));
    }

    /** Sign-ins asked for with that address. */
    List<SignIn> of(EmailAddress address) {
        return signIns.find(eq("email", address.value())).into(new ArrayList<>());
    }

    /** Forgets all that were asked for with that address. */
    void removeAll(EmailAddress address) {
        signIns.deleteMany(eq("email", address.value()));
    }

    /** Stores the sign-in; a suppressed one takes the place of an earlier one with its id. */
    void put(ClientSession transaction, SignIn signIn) {
        signIns.replaceOne(transaction, eq("_id", signIn.id()), signIn, new ReplaceOptions().upsert(true));
    }

    Optional<SignIn> byTokenHash(String tokenHash) {
        return Optional.ofNullable(signIns.find(eq("tokenHash", tokenHash)).first());
    }

    /** The browser's sign-ins under way: those whose mail went first, the newest first among them. */
    List<SignIn> liveOf(String browserHash, Instant now) {
        return signIns.find(and(eq("browserHash", browserHash), live(now)))
                .sort(descending("mailed", "createdAt"))
                .limit(LIVE_PER_BROWSER)
                .into(new ArrayList<>());
    }

    /** Ends a sign-in whose mail went; of any number of simultaneous transactions one gets it. */
    boolean consume(ClientSession transaction, String id, Instant now) {
        return signIns.updateOne(transaction, and(eq("_id", id), eq("mailed", true), live(now)), set("consumedAt", now))
                        .getModifiedCount()
                == 1;
    }

    /** Takes one of the sign-in's tries at its code, before anything is compared; empty when none is left. */
    Optional<SignIn> takeTry(String id, int limit, Instant now) {
        return Optional.ofNullable(signIns.findOneAndUpdate(
                and(eq("_id", id), live(now), lt("tries", limit)),
                inc("tries", 1),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    private static Bson live(Instant now) {
        return and(eq("consumedAt", null), gt("expiresAt", now));
    }
}
