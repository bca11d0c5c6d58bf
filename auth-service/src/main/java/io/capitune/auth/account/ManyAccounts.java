package io.capitune.auth.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;

import static com.mongodb.client.model.Filters.in;

/** Opens some accounts at once. */
@ApplicationScoped
public class ManyAccounts {

    private final MongoCollection<Account> accounts;
    private final FormerAddresses former;
    private final Transactions transactions;
    private final RandomTokens random;
    private final Clock clock;

    ManyAccounts(
            MongoDatabase database,
            FormerAddresses former,
            Transactions transactions,
            RandomTokens random,
            Clock clock) {
        this.accounts = database.getCollection(Accounts.COLLECTION, Account.class);
        this.former = former;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** Those of the addresses that have an account, or are kept for one that had them. */
    public Set<EmailAddress> taken(Collection<EmailAddress> addresses) {
        return transactions.run(transaction -> taken(transaction, addresses));
    }

    /** The same as the transaction sees it. */
    public Set<EmailAddress> taken(ClientSession transaction, Collection<EmailAddress> addresses) {
        var emails = addresses.stream().map(EmailAddress::value).toList();
        var taken = new HashSet<>(former.kept(transaction, emails));
        accounts.find(transaction, in("email", emails))
                .forEach(account -> taken.add(new EmailAddress(account.email())));
        return taken;
    }

    /**
     * Opens an account at each of these addresses; none may be taken.
     *
     * @return the accounts, in the order of the wishes
     */
    public List<Account> open(ClientSession transaction, List<NewAccount> wishes) {
        var now = clock.instant();
        var opened = new ArrayList<Account>();
        for (var wish : wishes) {
            opened.add(new Account(
                    random.id(),
                    wish.email().value(),
                    List.of(wish.role()),
                    wish.locale(),
                    now,
                    null,
                    null,
                    null,
                    null,
                    Account.VERSION));
        }
        accounts.insertMany(transaction, opened);
        return opened;
    }
}
