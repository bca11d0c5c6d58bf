package io.capitune.auth.credential;

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
import io.capitune.platform.mongo.MongoIndexes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;

/** All refresh tokens; MongoDB removes the expired ones. Collection {@code refresh_tokens}. */
@ApplicationScoped
public class RefreshTokens implements MongoIndexes {

    static final String COLLECTION = "refresh_tokens";

    private final MongoCollection<RefreshToken> tokens;

    RefreshTokens(MongoDatabase database) {
        this.tokens = database.getCollection(COLLECTION, RefreshToken.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("accountId"));
        collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    void add(ClientSession transaction, RefreshToken token) {
        tokens.insertOne(transaction, token);
    }

    Optional<RefreshToken> byHash(String hash) {
        return Optional.ofNullable(tokens.find(eq("_id", hash)).first());
    }

    List<RefreshToken> of(String accountId) {
        return tokens.find(eq("accountId", accountId)).into(new ArrayList<>());
    }

    void removeAll(String accountId) {
        tokens.deleteMany(eq("accountId", accountId));
    }

    /** Uses it, with the transaction; of any number of simultaneous ones one does. */
    boolean use(ClientSession transaction, String hash, Instant now) {
        return tokens.updateOne(
                                transaction,
                                and(eq("_id", hash), eq("usedAt", null), gt("expiresAt", now)),
                                set("usedAt", now))
                        .getModifiedCount()
                == 1;
    }
}
