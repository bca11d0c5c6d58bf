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
import io.capitune.auth.account.Account;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.random.Hashes;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
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
        collection.createIndex(Indexes.ascending("accountId"));
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

    /** The link of a token that was used and is not forgotten yet. */
    public Optional<MailedLink> used(String purpose, String token) {
        return Optional.ofNullable(
                links.find(and(eq("tokenHash", Hashes.sha256(token)), eq("purpose", purpose), ne("consumedAt", null)))
                        .first());
    }

    List<MailedLink> of(Account account) {
        return links.find(concerning(account)).into(new ArrayList<>());
    }

    void removeAll(Account account) {
        links.deleteMany(concerning(account));
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

    /** The same for those that change the account and are not older than that. */
    public void revokeOf(ClientSession transaction, String purpose, String accountId, Instant since) {
        links.updateMany(
                transaction,
                and(
                        eq("accountId", accountId),
                        eq("purpose", purpose),
                        eq("consumedAt", null),
                        gte("createdAt", since)),
                set("consumedAt", clock.instant()));
    }

    private static Bson concerning(Account account) {
        return or(eq("email", account.email()), eq("accountId", account.id()));
    }

    private static Bson live(Instant now) {
        return and(eq("consumedAt", null), gt("expiresAt", now));
    }
}
