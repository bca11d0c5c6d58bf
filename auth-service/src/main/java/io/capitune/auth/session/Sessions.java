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
import io.capitune.platform.mongo.MongoIndexes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/** All sessions; MongoDB removes the expired ones. */
@ApplicationScoped
public class Sessions implements MongoIndexes {

    static final String COLLECTION = "sessions";

    private final MongoCollection<Session> sessions;

    Sessions(MongoDatabase database) {
        this.sessions = database.getCollection(COLLECTION, Session.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("tokenHash"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("accountId"));
        collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /** When a session of that id was opened; empty where it has ended. */
    public Optional<Instant> openedAt(String id) {
        return Optional.ofNullable(sessions.find(eq("_id", id)).first()).map(Session::createdAt);
    }

    /** What is kept of an account's sessions. */
    List<Session> of(String accountId) {
        return sessions.find(eq("accountId", accountId)).into(new ArrayList<>());
    }

    /** Ends all of an account's sessions, within seconds everywhere. */
    void removeAll(String accountId) {
        sessions.deleteMany(eq("accountId", accountId));
    }

    void add(ClientSession transaction, Session session) {
        sessions.insertOne(transaction, session);
    }

    Optional<Session> byTokenHash(String tokenHash) {
        return Optional.ofNullable(sessions.find(eq("tokenHash", tokenHash)).first());
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
