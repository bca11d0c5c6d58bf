package io.capitune.auth.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.capitune.auth.AuthConfig;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

/** The addresses that accounts had; MongoDB removes them after a month. Collection {@code former_addresses}. */
@ApplicationScoped
class FormerAddresses implements MongoIndexes {

    static final String COLLECTION = "former_addresses";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<FormerAddress> addresses;
    private final Duration rememberedFor;
    private final Clock clock;

    FormerAddresses(MongoDatabase database, AuthConfig config, Clock clock) {
        this.addresses = database.getCollection(COLLECTION, FormerAddress.class);
        this.rememberedFor = config.address().formerRememberedFor();
        this.clock = clock;
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("accountId"));
        collection.createIndex(Indexes.ascending("forgottenAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    List<FormerAddress> of(String accountId) {
        return addresses.find(eq("accountId", accountId)).into(new ArrayList<>());
    }

    /** Whether the address is kept for an account that had it. */
    boolean kept(EmailAddress address) {
        return addresses.find(keptNow(address)).first() != null;
    }

    /** Whether it is kept for another account than this one. */
    boolean keptForAnother(EmailAddress address, String accountId) {
        return addresses.find(and(keptNow(address), ne("accountId", accountId))).first() != null;
    }

    boolean kept(ClientSession transaction, EmailAddress address) {
        return addresses.find(transaction, keptNow(address)).first() != null;
    }

    /** Those of the addresses that are kept for an account. */
    Set<EmailAddress> kept(ClientSession transaction, Collection<String> emails) {
        return addresses
                .find(transaction, and(in("_id", emails), gt("keptUntil", clock.instant())))
                .map(address -> new EmailAddress(address.email()))
                .into(new HashSet<>());
    }

    boolean keptForAnother(ClientSession transaction, EmailAddress address, String accountId) {
        return addresses
                        .find(transaction, and(keptNow(address), ne("accountId", accountId)))
                        .first()
                != null;
    }

    /** The account leaves its address, which is kept for it until then. */
    void add(ClientSession transaction, Account account, Instant keptUntil) {
        var now = clock.instant();
        var former = new FormerAddress(
                account.email(), account.id(), now, keptUntil, now.plus(rememberedFor), FormerAddress.VERSION);
        addresses.replaceOne(transaction, eq("_id", account.email()), former, UPSERT);
    }

    /** The address is an account's again. */
    void remove(ClientSession transaction, EmailAddress address) {
        addresses.deleteOne(transaction, eq("_id", address.value()));
    }

    /** None is kept for the account of those that it left since then. */
    void removeSince(ClientSession transaction, String accountId, Instant since) {
        addresses.deleteMany(transaction, and(eq("accountId", accountId), gte("leftAt", since)));
    }

    void removeAll(ClientSession transaction, String accountId) {
        addresses.deleteMany(transaction, eq("accountId", accountId));
    }

    private Bson keptNow(EmailAddress address) {
        return and(eq("_id", address.value()), gt("keptUntil", clock.instant()));
    }
}
