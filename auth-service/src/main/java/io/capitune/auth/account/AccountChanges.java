package io.capitune.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.capitune.platform.random.RandomTokens;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/** What others than its owner change in an account, each with the transaction that writes it down. */
@ApplicationScoped
public class AccountChanges {

    private final MongoCollection<Account> accounts;
    private final FormerAddresses former;
    private final RandomTokens random;
    private final Clock clock;

    AccountChanges(MongoDatabase database, FormerAddresses former, RandomTokens random, Clock clock) {
        this.accounts = database.getCollection(Accounts.COLLECTION, Account.class);
        this.former = former;
        this.random = random;
        this.clock = clock;
    }

    public Optional<Account> byId(ClientSession transaction, String id) {
        return Optional.ofNullable(accounts.find(transaction, eq("_id", id)).first());
    }

    /** Whether somebody else than this account could administer the site. */
    public boolean adminBeside(ClientSession transaction, String id) {
        var another = and(eq("roles", Account.ADMIN), eq("suspension", null), eq("closedAt", null), ne("_id", id));
        return accounts.find(transaction, another).first() != null;
    }

    /**
     * A new account, empty where the address has one or is kept for one; the transaction is of no use then. Nobody is in it: like everybody, its owner
     * has to read the address's mail for that.
     */
    public Optional<Account> create(
            ClientSession transaction, EmailAddress address, String role, String locale, @Nullable Instant verifiedAt) {
        if (former.kept(transaction, address)) {
            return Optional.empty();
        }
        var account = new Account(
                random.id(),
                address.value(),
                List.of(role),
                locale,
                clock.instant(),
                verifiedAt,
                null,
                null,
                null,
                Account.VERSION);
        try {
            accounts.insertOne(transaction, account);
            return Optional.of(account);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** The account's only role from now on. */
    public void changeRole(ClientSession transaction, String id, String role, @Nullable Instant verifiedAt) {
        var verified = verifiedAt == null ? unset("verifiedAt") : set("verifiedAt", verifiedAt);
        accounts.updateOne(transaction, eq("_id", id), combine(set("roles", List.of(role)), verified));
    }

    public void suspend(ClientSession transaction, String id, Suspension suspension) {
        accounts.updateOne(transaction, eq("_id", id), set("suspension", suspension));
    }

    public void restore(ClientSession transaction, String id) {
        accounts.updateOne(transaction, eq("_id", id), unset("suspension"));
    }
}
