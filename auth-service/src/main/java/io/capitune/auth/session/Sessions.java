package io.capitune.auth.session;

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
import com.mongodb.client.model.Sorts;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Reclaim;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.mongo.Newest;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/** All sessions; MongoDB removes the expired ones. */
@ApplicationScoped
public class Sessions implements MongoIndexes, Reclaim {

    static final String COLLECTION = "sessions";

    private final MongoCollection<Session> sessions;
    private final int most;

    Sessions(MongoDatabase database, AuthConfig config) {
        this.sessions = database.getCollection(COLLECTION, Session.class);
        this.most = config.session().most();
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("tokenHash"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("accountId"));
        collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /** Ends all of an account's sessions, within seconds everywhere. */
    void removeAll(String accountId) {
        sessions.deleteMany(eq("accountId", accountId));
    }

    /** Stores a new one. Those of its kind that were unused for longest end where the account has too many: programs end no browser's. */
    void add(ClientSession transaction, Session session) {
        sessions.insertOne(transaction, session);
        var alike = and(eq("accountId", session.accountId()), eq("kind", session.kind()));
        Newest.keep(transaction, sessions, alike, "lastUsedAt", most);
    }

    Optional<Session> byTokenHash(String tokenHash) {
        return Optional.ofNullable(sessions.find(eq("tokenHash", tokenHash)).first());
    }

    Optional<Session> byId(String id) {
        return Optional.ofNullable(sessions.find(eq("_id", id)).first());
    }

    /** Whether the session of this id has neither ended nor run out. */
    public boolean lives(String id, Instant now) {
        return byId(id).filter(session -> !session.expired(now)).isPresent();
    }

    /** The account's sessions, the one used last first. */
    List<Session> of(String accountId) {
        return sessions.find(eq("accountId", accountId))
                .sort(Sorts.descending("lastUsedAt"))
                .into(new ArrayList<>());
    }

    /** Ends one of the account's sessions; false where it has none with that id. */
    boolean end(ClientSession transaction, String accountId, String id) {
        return sessions.deleteOne(transaction, and(eq("_id", id), eq("accountId", accountId)))
                        .getDeletedCount()
                == 1;
    }

    /** The same, at once. */
    boolean end(String accountId, String id) {
        return sessions.deleteOne(and(eq("_id", id), eq("accountId", accountId)))
                        .getDeletedCount()
                == 1;
    }

    /** Ends all sessions of the account with the transaction; every one is over at its next look, within seconds. */
    public void endAll(ClientSession transaction, String accountId) {
        sessions.deleteMany(transaction, eq("accountId", accountId));
    }

    @Override
    public void reclaim(ClientSession transaction, String accountId, Instant since) {
        endAll(transaction, accountId);
    }

    /** Ends all sessions of the account but one; null keeps none. */
    public void endOthers(ClientSession transaction, String accountId, @Nullable String kept) {
        sessions.deleteMany(transaction, and(eq("accountId", accountId), ne("_id", kept)));
    }

    /** Writes down that the session was used. A session that is gone stays gone. */
    void used(Session session) {
        sessions.updateOne(
                and(eq("_id", session.id()), eq("tokenHash", session.tokenHash())),
                combine(set("lastUsedAt", session.lastUsedAt()), set("expiresAt", session.expiresAt())));
    }

    void remove(String tokenHash) {
        sessions.deleteOne(eq("tokenHash", tokenHash));
    }

    void remove(ClientSession transaction, String tokenHash) {
        sessions.deleteOne(transaction, eq("tokenHash", tokenHash));
    }
}
