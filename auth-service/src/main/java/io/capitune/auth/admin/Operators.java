package io.capitune.auth.admin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountChanges;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.Doors;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.account.PasswordHolders;
import io.capitune.auth.session.Sessions;

/** What who runs the system does to accounts: the first administrator comes from here, since there is no default password. */
@ApplicationScoped
class Operators {

    private final Accounts accounts;
    private final AccountOpening opening;
    private final AuditedChange audited;
    private final AccountChanges changes;
    private final Sessions sessions;
    private final PasswordHolders passwords;
    private final Doors doors;
    private final AdminLetters letters;

    Operators(
            Accounts accounts,
            AccountOpening opening,
            AuditedChange audited,
            AccountChanges changes,
            Sessions sessions,
            PasswordHolders passwords,
            Doors doors,
            AdminLetters letters) {
        this.accounts = accounts;
        this.opening = opening;
        this.audited = audited;
        this.changes = changes;
        this.sessions = sessions;
        this.passwords = passwords;
        this.doors = doors;
        this.letters = letters;
    }

    /** What became of the wish. */
    enum Outcome {
        CREATED,
        PROMOTED,
        UNCHANGED
    }

    /**
     * An administrator.
     *
     * @param suspended whether nobody gets into the account all the same
     */
    record Admin(String id, Outcome outcome, boolean suspended) {}

    /** Makes the address's account an administrator's, and opens one where there is none. Its sessions end. */
    Admin makeAdmin(Actor operator, EmailAddress address) {
        return accounts.byEmail(address)
                .map(account -> promote(operator, account))
                .orElseGet(() -> {
                    var account = opening.open(operator, address, new Role(Account.ADMIN, false), Locale.FRENCH);
                    return new Admin(account.id(), Outcome.CREATED, false);
                });
    }

    private Admin promote(Actor operator, Account known) {
        var before = audited.change(operator, known.id(), (transaction, account) -> {
            if (account.isAdmin()) {
                return Optional.empty();
            }
            changes.changeRole(transaction, account.id(), Account.ADMIN, null);
            sessions.endAll(transaction, account.id());
            passwords.forget(transaction, account.id());
            doors.close(transaction, account.id());
            letters.roleChanged(transaction, account, new Role(Account.ADMIN, false));
            var details = Map.of("from", Role.of(account).written(), "to", Account.ADMIN);
            return Optional.of(new Deed(Act.ROLE_CHANGED, "", details));
        });
        return new Admin(before.id(), before.isAdmin() ? Outcome.UNCHANGED : Outcome.PROMOTED, !before.open());
    }
}
