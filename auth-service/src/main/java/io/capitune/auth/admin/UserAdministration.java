package io.capitune.auth.admin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.AccountChanges;
import io.capitune.auth.account.Doors;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.account.PasswordHolders;
import io.capitune.auth.account.Suspension;
import io.capitune.auth.session.Sessions;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What administrators do to accounts. Nobody does any of it to themselves, and one administrator always stays. All of it is in the
 * audit log; what harms wants a reason ({@link Reason}).
 */
@ApplicationScoped
public class UserAdministration {

    private final AuditedChange audited;
    private final AccountChanges accounts;
    private final Sessions sessions;
    private final AdminLetters letters;
    private final PasswordHolders passwords;
    private final Doors doors;
    private final Extensions extensions;
    private final Clock clock;

    UserAdministration(
            AuditedChange audited,
            AccountChanges accounts,
            Sessions sessions,
            AdminLetters letters,
            PasswordHolders passwords,
            Doors doors,
            Extensions extensions,
            Clock clock) {
        this.audited = audited;
        this.accounts = accounts;
        this.sessions = sessions;
        this.letters = letters;
        this.passwords = passwords;
        this.doors = doors;
        this.extensions = extensions;
        this.clock = clock;
    }

    /**
     * Gives the account this role and tells its owner. An administrator's password keeps stricter rules: one from before is forgotten. Its sessions end where it becomes or was an administrator's, so that the sign-in asks for what it asks
     * administrators.
     *
     * @throws ProblemException as {@link AuditedChange#change}; 422 for a role or reason that is none
     */
    public void changeRole(Actor actor, String id, @Nullable String role, boolean verified, @Nullable String reason) {
        var wanted = Role.of(role, verified);
        var why = Reason.required(reason);
        audited.change(actor, id, (transaction, account) -> {
            var current = Role.of(account);
            if (current.equals(wanted)) {
                return Optional.empty();
            }
            accounts.changeRole(transaction, id, wanted.name(), wanted.verifiedAt(clock.instant()));
            if (wanted.isAdmin() || account.isAdmin()) {
                sessions.endAll(transaction, id);
            }
            if (wanted.isAdmin()) {
                passwords.forget(transaction, id);
                doors.close(transaction, id);
            }
            letters.roleChanged(transaction, account, wanted);
            var details = Map.of("from", current.written(), "to", wanted.written());
            return Optional.of(new Deed(Act.ROLE_CHANGED, why.text(), details));
        });
    }

    /**
     * Lets nobody into the account for now: its sessions end and its owner is told why.
     *
     * @throws ProblemException as {@link AuditedChange#change}; 409 {@code ALREADY_SUSPENDED}; 422 for a reason that is none
     */
    public void suspend(Actor actor, String id, @Nullable String reason) {
        var why = Reason.required(reason);
        audited.change(actor, id, (transaction, account) -> {
            if (account.suspension() != null) {
                throw new ProblemException(409, "ALREADY_SUSPENDED", "This account is suspended already.");
            }
            accounts.suspend(transaction, id, new Suspension(why.text(), actor.id(), clock.instant()));
            sessions.endAll(transaction, id);
            letters.suspended(transaction, account, why);
            return Optional.of(Deed.of(Act.SUSPENDED, why));
        });
    }

    /**
     * Lets its owner into a suspended account again, and tells them.
     *
     * @throws ProblemException as {@link AuditedChange#change}; 409 {@code NOT_SUSPENDED}
     */
    public void restore(Actor actor, String id, @Nullable String reason) {
        var why = Reason.optional(reason);
        audited.change(actor, id, (transaction, account) -> {
            if (account.suspension() == null) {
                throw new ProblemException(409, "NOT_SUSPENDED", "This account is not suspended.");
            }
            accounts.restore(transaction, id);
            letters.restored(transaction, account);
            return Optional.of(Deed.of(Act.RESTORED, why));
        });
    }

    /**
     * Takes the second factor away from who lost it: its sessions end, and whoever keeps the factor tells its owner.
     *
     * @throws ProblemException as {@link AuditedChange#change}; 409 {@code NO_SECOND_FACTOR}; 422 for a reason that is none
     */
    public void resetFactor(Actor actor, String id, @Nullable String reason) {
        var why = Reason.required(reason);
        audited.change(actor, id, (transaction, account) -> {
            if (!extensions.hasFactor(id)) {
                throw new ProblemException(409, "NO_SECOND_FACTOR", "This account has no second factor.");
            }
            extensions.resetFactors(transaction, id);
            sessions.endAll(transaction, id);
            return Optional.of(Deed.of(Act.FACTOR_RESET, why));
        });
    }

    /**
     * Has the account erased; where that is under way already, nothing more is done or written down.
     *
     * @param confirmation its address, typed once more
     * @throws ProblemException as {@link AuditedChange#change}; 404 where nothing here erases accounts; 422 for a reason that is none, or
     *     another address
     */
    public void delete(Actor actor, String id, @Nullable String confirmation, @Nullable String reason) {
        if (!extensions.erases()) {
            throw ProblemException.notFound();
        }
        var why = Reason.required(reason);
        var typed =
                Optional.ofNullable(confirmation).flatMap(EmailAddress::parse).map(EmailAddress::value);
        audited.change(actor, id, (transaction, account) -> {
            if (typed.filter(account.email()::equals).isEmpty()) {
                throw ProblemException.validation(java.util.List.of())
                        .error("/confirmation", "Type the account's address to confirm.");
            }
            sessions.endAll(transaction, id);
            return extensions.erase(transaction, account, why.text())
                    ? Optional.of(Deed.of(Act.DELETED, why))
                    : Optional.empty();
        });
    }
}
