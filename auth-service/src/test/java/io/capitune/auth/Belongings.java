package io.capitune.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.arc.Unremovable;
import org.bson.Document;

/** What accounts have that can be named in a path, as it is stored. Each call adds one and gives its id. */
@Unremovable
@ApplicationScoped
public class Belongings {

    private static final int VERSION = 1;

    private final MongoDatabase database;
    private final RandomTokens random;
    private final Clock clock;

    Belongings(MongoDatabase database, RandomTokens random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /** A session that began just now, with a second factor or without. */
    String session(String accountId, boolean secondFactor) {
        var now = clock.instant();
        return add(
                "sessions",
                new Document("tokenHash", random.token())
                        .append("accountId", accountId)
                        .append("createdAt", now)
                        .append("lastUsedAt", now)
                        .append("expiresAt", now.plus(Duration.ofDays(1)))
                        .append("secondFactorAt", secondFactor ? Date.from(now) : null));
    }

    String passkey(String accountId) {
        return add(
                "passkeys",
                new Document("accountId", accountId)
                        .append("name", "Téléphone")
                        .append("publicKey", "AAAA")
                        .append("signCount", 0L)
                        .append("synced", false)
                        .append("transports", List.of())
                        .append("createdAt", clock.instant()));
    }

    String identity(String accountId) {
        return add(
                "identities",
                new Document("issuer", "https://provider.exemple.fr")
                        .append("subject", random.id())
                        .append("accountId", accountId)
                        .append("provider", "essai")
                        .append("email", "ailleurs@exemple.fr")
                        .append("createdAt", clock.instant()));
    }

    private String add(String collection, Document document) {
        var id = random.id();
        database.getCollection(collection).insertOne(document.append("_id", id).append("v", VERSION));
        return id;
    }
}
