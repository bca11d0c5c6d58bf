package io.capitune.auth.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.platform.mongo.Transactions;

/** What an owner does with linked identities; other people's are not there. */
@ApplicationScoped
public class OwnIdentities {

    private final Identities identities;
    private final Providers providers;
    private final AccountMail mail;
    private final Transactions transactions;

    OwnIdentities(Identities identities, Providers providers, AccountMail mail, Transactions transactions) {
        this.identities = identities;
        this.providers = providers;
        this.mail = mail;
        this.transactions = transactions;
    }

    public List<IdentityView> of(Account account) {
        return identities.of(account.id()).stream().map(this::view).toList();
    }

    public Optional<IdentityView> one(Account account, String id) {
        return identities.ofOwner(account.id(), id).map(this::view);
    }

    /** The providers that open the account and are still configured, in the order of the configuration. */
    public List<Provider> providersOf(Account account) {
        var linked = identities.of(account.id()).stream().map(Identity::issuer).toList();
        return providers.all().stream()
                .filter(provider -> linked.contains(provider.issuer()))
                .toList();
    }

    /** Unlinks it and sends the notice; false where there is none. The e-mail link goes on being a way in. */
    public boolean unlink(Account account, String id) {
        var identity = one(account, id).orElse(null);
        return identity != null
                && transactions.run(transaction -> {
                    var removed = identities.remove(transaction, account.id(), id);
                    if (removed) {
                        mail.send(
                                transaction,
                                AccountLetter.aboutSecurity(
                                        "provider-unlinked", account, Map.of("provider", identity.label())));
                    }
                    return removed;
                });
    }

    private IdentityView view(Identity identity) {
        return new IdentityView(
                identity.id(),
                providers.label(identity.provider()),
                identity.email(),
                identity.createdAt(),
                identity.lastUsedAt());
    }
}
