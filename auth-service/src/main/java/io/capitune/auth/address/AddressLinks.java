package io.capitune.auth.address;

import java.util.Optional;
import java.util.function.BiPredicate;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountAddresses;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.AddressTakenException;
import io.capitune.auth.link.MailedLink;
import io.capitune.auth.link.MailedLinks;
import io.capitune.platform.mongo.Transactions;

/** The links that give an account another address: one use of each counts, and who repeats it is told what came of that. */
@ApplicationScoped
class AddressLinks {

    private final Accounts accounts;
    private final AccountAddresses addresses;
    private final MailedLinks links;
    private final Transactions transactions;

    AddressLinks(Accounts accounts, AccountAddresses addresses, MailedLinks links, Transactions transactions) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.links = links;
        this.transactions = transactions;
    }

    /** What a link does to its account, in the transaction that uses it up. */
    @FunctionalInterface
    interface Effect {
        void apply(ClientSession transaction, Account account, MailedLink link);
    }

    /** The link of a token, if it still works; looks and changes nothing. */
    Optional<MailedLink> look(String purpose, String token) {
        return links.live(purpose, token);
    }

    /**
     * Uses a link; of any number of simultaneous uses one has its effect.
     *
     * @param applies whether the account is still one that the link may change
     */
    AddressResult use(String purpose, String token, BiPredicate<Account, MailedLink> applies, Effect effect) {
        try {
            return look(purpose, token)
                    .filter(link -> transactions.run(transaction -> apply(transaction, link, applies, effect)))
                    .<AddressResult>map(link -> new AddressResult.Done(link.email()))
                    .orElseGet(() -> before(purpose, token));
        } catch (AddressTakenException e) {
            return new AddressResult.Taken();
        }
    }

    private boolean apply(
            ClientSession transaction, MailedLink link, BiPredicate<Account, MailedLink> applies, Effect effect) {
        var account = Optional.ofNullable(link.accountId())
                .flatMap(id -> addresses.byId(transaction, id))
                .filter(it -> applies.test(it, link));
        if (account.isEmpty() || !links.consume(transaction, link)) {
            return false;
        }
        effect.apply(transaction, account.get(), link);
        return true;
    }

    private AddressResult before(String purpose, String token) {
        return links.used(purpose, token)
                .filter(this::isNow)
                .<AddressResult>map(link -> new AddressResult.DoneBefore(link.email()))
                .orElseGet(AddressResult.Over::new);
    }

    private boolean isNow(MailedLink link) {
        return accounts.byEmail(link.address())
                .filter(account -> account.id().equals(link.accountId()))
                .isPresent();
    }
}
