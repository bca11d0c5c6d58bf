package io.capitune.auth.password;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.capitune.auth.account.PasswordHolders;
import io.capitune.auth.account.Reclaim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.set;

/** All passwords; accounts without one sign in by link, by passkey or by another provider. Collection {@code passwords}. */
@ApplicationScoped
public class Passwords implements Reclaim, PasswordHolders {

    static final String COLLECTION = "passwords";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Password> passwords;
    private final Clock clock;

    Passwords(MongoDatabase database, Clock clock) {
        this.passwords = database.getCollection(COLLECTION, Password.class);
        this.clock = clock;
    }

    /** The password of this account, or where it has none that of the next one in the order of their ids. */
    Optional<Password> nearest(String accountId) {
        return Optional.ofNullable(passwords
                .find(gte("_id", accountId))
                .sort(Sorts.ascending("_id"))
                .limit(1)
                .first());
    }

    @Override
    public boolean hasPassword(String accountId) {
        return of(accountId).isPresent();
    }

    Optional<Password> of(String accountId) {
        return Optional.ofNullable(passwords.find(eq("_id", accountId)).first());
    }

    void remove(String accountId) {
        passwords.deleteOne(eq("_id", accountId));
    }

    /** The account's password is this one from now on. */
    public void put(ClientSession transaction, String accountId, String hash) {
        passwords.replaceOne(
                transaction,
                eq("_id", accountId),
                new Password(accountId, hash, clock.instant(), Password.VERSION),
                UPSERT);
    }

    /** These accounts, which have just begun, have these passwords' hashes. */
    public void add(ClientSession transaction, Map<String, String> hashes) {
        var now = clock.instant();
        passwords.insertMany(
                transaction,
                hashes.entrySet().stream()
                        .map(hash -> new Password(hash.getKey(), hash.getValue(), now, Password.VERSION))
                        .toList());
    }

    /** Whoever changed the address gave this password: it opens nothing any more, however old it is. */
    @Override
    public void reclaim(ClientSession transaction, String accountId, Instant since) {
        forget(transaction, accountId);
    }

    @Override
    public void forget(ClientSession transaction, String accountId) {
        passwords.deleteOne(transaction, eq("_id", accountId));
    }

    /** The same password, hashed better, unless it was changed in the meantime. */
    void rehash(String accountId, String old, String better) {
        passwords.updateOne(and(eq("_id", accountId), eq("hash", old)), set("hash", better));
    }
}
