package io.capitune.auth.passkey;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.factor.SecondFactors;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.platform.mongo.Transactions;

/** What an owner does with passkeys that exist; other people's are not there. */
@ApplicationScoped
public class OwnPasskeys {

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final AccountMail mail;
    private final Transactions transactions;

    OwnPasskeys(Passkeys passkeys, SecondFactors factors, AccountMail mail, Transactions transactions) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.mail = mail;
        this.transactions = transactions;
    }

    /** What became of a removal. */
    public enum Removal {
        REMOVED,
        NOT_FOUND,
        /** It is an admin's only second factor. */
        REQUIRED
    }

    public List<Passkey> of(Account account) {
        return passkeys.of(account.id());
    }

    public Optional<Passkey> one(Account account, String id) {
        return passkeys.ofOwner(account.id(), id);
    }

    public boolean rename(Account account, String id, String name) {
        return passkeys.rename(account.id(), id, name);
    }

    /** Removes it and sends the notice; the e-mail link goes on being a way in. */
    public Removal remove(Account account, String id) {
        var passkey = one(account, id).orElse(null);
        if (passkey == null) {
            return Removal.NOT_FOUND;
        }
        if (account.isAdmin() && !factors.of(account).on() && of(account).size() == 1) {
            return Removal.REQUIRED;
        }
        return transactions.run(transaction -> {
            var removed = passkeys.remove(transaction, account.id(), id);
            if (removed) {
                mail.send(
                        transaction,
                        AccountLetter.aboutSecurity("passkey-removed", account, Map.of("name", passkey.name())));
            }
            return removed ? Removal.REMOVED : Removal.NOT_FOUND;
        });
    }
}
