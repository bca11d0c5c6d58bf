package io.capitune.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/** All accounts. */
@ApplicationScoped
public class Accounts implements MongoIndexes {

    /** Stands in for the id of no account, where the work is to be that for one. */
    public static final String NOBODY = "nobody";

    static final String COLLECTION = "accounts";

    private final MongoCollection<Account> accounts;
    private final FormerAddresses former;
    private final Transactions transactions;
    private final RandomTokens random;
    private final Clock clock;

    Accounts(
            MongoDatabase database,
            FormerAddresses former,
            Transactions transactions,
            RandomTokens random,
            Clock clock) {
        this.accounts = database.getCollection(COLLECTION, Account.class);
        this.former = former;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
    }

    public Optional<Account> byId(String id) {
        return Optional.ofNullable(accounts.find(eq("_id", id)).first());
    }

    public Optional<Account> byEmail(EmailAddress address) {
        return Optional.ofNullable(accounts.find(eq("email", address.value())).first());
    }

    /** The account of an address whose owner has just proved to read its mail; a candidate's is made when it is the first time. */
    public Account ofOwner(EmailAddress address, String locale) {
        return ofOwner(address, locale, Account.CANDIDATE);
    }

    /**
     * The same, where an account that begins now has this role; one that exists keeps its own.
     *
     * @throws ProblemException 409 {@code ADDRESS_MOVED}, see {@link #moved}
     */
    public Account ofOwner(EmailAddress address, String locale, String role) {
        try {
            return findOrCreate(address, locale, role);
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Two first sign-ins at once: the unique index let one insert, and this is the other.
            return findOrCreate(address, locale, role);
        }
    }

    /**
     * Whether the address was an account's until a few days ago and is kept for it. No account begins with it meanwhile: it would be
     * in the way of who has the change undone.
     */
    public boolean moved(EmailAddress address) {
        return former.kept(address);
    }

    /** The language that pages and mails are to have. */
    public void speak(String id, String locale) {
        accounts.updateOne(eq("_id", id), set("locale", locale));
    }

    /**
     * Its owner wants it deleted: nobody gets in any more.
     *
     * @return false where it is gone or closed already
     */
    public boolean close(ClientSession transaction, String id, Instant at) {
        return accounts.updateOne(transaction, and(eq("_id", id), eq("closedAt", null)), set("closedAt", at))
                        .getModifiedCount()
                == 1;
    }

    /** Removes a closed account; gives what it was, or empty where it is gone. */
    public Optional<Account> remove(ClientSession transaction, String id) {
        var removed = accounts.findOneAndDelete(transaction, and(eq("_id", id), ne("closedAt", null)));
        if (removed != null) {
            former.removeAll(transaction, id);
        }
        return Optional.ofNullable(removed);
    }

    // One snapshot shows the account at this address, or that it has left it: between two looks it could leave, and
    // another account would begin there, in the way of the undo.
    private Account findOrCreate(EmailAddress address, String locale, String role) {
        return transactions.run(transaction -> {
            if (former.kept(transaction, address)) {
                throw new ProblemException(
                        409, "ADDRESS_MOVED", "The account of this address has another one since a few days.");
            }
            return findOrCreate(transaction, address, locale, role);
        });
    }

    private Account findOrCreate(ClientSession transaction, EmailAddress address, String locale, String role) {
        var account = accounts.findOneAndUpdate(
                transaction,
                eq("email", address.value()),
                combine(
                        setOnInsert("_id", random.id()),
                        setOnInsert("roles", List.of(role)),
                        setOnInsert("locale", locale),
                        setOnInsert("createdAt", clock.instant()),
                        setOnInsert("v", Account.VERSION)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (account == null) {
            throw new IllegalStateException("an upsert returned no account");
        }
        return account;
    }
}
