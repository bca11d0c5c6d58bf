package io.capitune.auth.link;

import java.time.Clock;
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
import io.capitune.platform.random.Hashes;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;

/** All mailed links but those of sign-ins; MongoDB removes them an hour after their end. Collection {@code mailed_links}. */
@ApplicationScoped
public class MailedLinks implements MongoIndexes {

    static final String COLLECTION = "mailed_links";

    private final MongoCollection<MailedLink> links;
    private final Clock clock;

    MailedLinks(MongoDatabase database, Clock clock) {
        this.links = database.getCollection(COLLECTION, MailedLink.class);
        this.clock = clock;
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("tokenHash"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("email"));
        collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(1L, TimeUnit.HOURS));
    }

    void put(ClientSession transaction, MailedLink link) {
        links.insertOne(transaction, link);
    }

    /** The link of a token, if it still works; looks and changes nothing. */
    public Optional<MailedLink> live(String purpose, String token) {
        return Optional.ofNullable(
                links.find(and(eq("tokenHash", Hashes.sha256(token)), eq("purpose", purpose), live(clock.instant())))
                        .first());
    }

    List<MailedLink> to(String email) {
        return links.find(eq("email", email)).into(new ArrayList<>());
    }

    void removeAll(String email) {
        links.deleteMany(eq("email", email));
    }

    /** Uses the link up, with the transaction; of any number of simultaneous ones one gets it. */
    public boolean consume(ClientSession transaction, MailedLink link) {
        var now = clock.instant();
        return links.updateOne(transaction, and(eq("_id", link.id()), live(now)), set("consumedAt", now))
                        .getModifiedCount()
                == 1;
    }

    /** No link of that purpose to the address works any more, with the transaction. */
    public void revoke(ClientSession transaction, String purpose, String email) {
        links.updateMany(
                transaction,
                and(eq("email", email), eq("purpose", purpose), eq("consumedAt", null)),
                set("consumedAt", clock.instant()));
    }

    private static Bson live(Instant now) {
        return and(eq("consumedAt", null), gt("expiresAt", now));
    }
}
