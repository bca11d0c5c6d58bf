package io.capitune.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

/** Moves accounts to other addresses, and back. */
@ApplicationScoped
public class AccountAddresses {

    private final MongoCollection<Account> accounts;
    private final FormerAddresses former;

    AccountAddresses(MongoDatabase database, FormerAddresses former) {
        this.accounts = database.getCollection(Accounts.COLLECTION, Account.class);
        this.former = former;
    }

    /** Whether the address is another account's, or kept for one. */
    public boolean taken(EmailAddress address, String accountId) {
        var another = accounts.find(eq("email", address.value())).first();
        var kept = former.keptForAnother(address, accountId);
        return kept || another != null && !another.id().equals(accountId);
    }

    /** The account as the transaction sees it. */
    public Optional<Account> byId(ClientSession transaction, String id) {
        return Optional.ofNullable(accounts.find(transaction, eq("_id", id)).first());
    }

    /**
     * The account's address is this one from now on; the one that it leaves is kept for it for a while.
     *
     * @throws AddressTakenException if the new one cannot be had
     */
    public void move(ClientSession transaction, Account account, EmailAddress to, Instant keptUntil) {
        change(transaction, account, to);
        former.add(transaction, account, keptUntil);
    }

    /**
     * The account has its former address again, and those that it left since then are kept for it no more.
     *
     * @throws AddressTakenException if somebody else has it by now
     */
    public void restore(ClientSession transaction, Account account, EmailAddress address, Instant since) {
        if (!account.email().equals(address.value())) {
            change(transaction, account, address);
        }
        former.removeSince(transaction, account.id(), since);
    }

    /** The addresses that the account had and nobody has now. */
    List<String> former(String accountId) {
        return former.of(accountId).stream()
                .map(FormerAddress::email)
                .filter(email -> accounts.find(eq("email", email)).first() == null)
                .toList();
    }

    private void change(ClientSession transaction, Account account, EmailAddress to) {
        if (former.keptForAnother(transaction, to, account.id())) {
            throw new AddressTakenException();
        }
        try {
            var read = and(eq("_id", account.id()), eq("email", account.email()));
            accounts.updateOne(transaction, read, set("email", to.value()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new AddressTakenException();
        }
        former.remove(transaction, to);
    }
}
