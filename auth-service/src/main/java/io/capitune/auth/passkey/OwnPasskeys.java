package io.capitune.auth.passkey;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Doors;
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
    private final Doors doors;
    private final Transactions transactions;

    OwnPasskeys(Passkeys passkeys, SecondFactors factors, AccountMail mail, Doors doors, Transactions transactions) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.mail = mail;
        this.doors = doors;
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
        return transactions.run(transaction -> {
            if (account.isAdmin() && isLast(transaction, account)) {
                return Removal.REQUIRED;
            }
            var removed = passkeys.remove(transaction, account.id(), id);
            if (removed) {
                mail.send(
                        transaction,
                        AccountLetter.aboutSecurity("passkey-removed", account, Map.of("name", passkey.name())));
            }
            return removed ? Removal.REMOVED : Removal.NOT_FOUND;
        });
    }

    /** Whether there is no other second factor, whatever else is removed at the same moment. */
    private boolean isLast(ClientSession transaction, Account account) {
        doors.meet(transaction, account.id());
        return !factors.hasApp(transaction, account) && passkeys.count(transaction, account.id()) == 1;
    }
}
