package io.capitune.auth.admin;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountChanges;
import io.capitune.auth.audit.AuditLog;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.mongo.Transactions;

/**
 * One change of one account: who may is checked, the change is made, and the act is written down, all or nothing. Since acts that
 * are written down never overlap ({@link AuditLog#append}), of two administrators who demote each other the second is none any
 * more when it is their turn.
 */
@ApplicationScoped
class AuditedChange {

    private final Transactions transactions;
    private final AccountChanges accounts;
    private final AuditLog audit;

    AuditedChange(Transactions transactions, AccountChanges accounts, AuditLog audit) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** An account that was just made, and what is written down of it. */
    record Made(Account account, Deed deed) {}

    /**
     * Makes an account.
     *
     * @throws ProblemException 403 where the actor is no administrator any more
     */
    Account make(Actor actor, Function<ClientSession, Made> work) {
        return transactions.run(transaction -> {
            requireAdmin(transaction, actor);
            var made = work.apply(transaction);
            audit.append(transaction, made.deed().by(actor, made.account().id()));
            return made.account();
        });
    }

    /**
     * Changes an account.
     *
     * @param work makes the change and says what it was; empty where there was nothing to change
     * @return the account as it was before
     * @throws ProblemException 403 where the actor is no administrator any more, 404 where there is no such account, 409
     *     {@code ACCOUNT_CLOSED} where it is being erased, 409 {@code OWN_ACCOUNT} where it is the actor's own, 409 {@code LAST_ADMIN} where nobody else could administer
     */
    Account change(Actor actor, String id, BiFunction<ClientSession, Account, Optional<Deed>> work) {
        return transactions.run(transaction -> {
            requireAdmin(transaction, actor);
            var account = accounts.byId(transaction, id).orElseThrow(ProblemException::notFound);
            if (account.closedAt() != null) {
                throw new ProblemException(409, "ACCOUNT_CLOSED", "This account is being erased.");
            }
            requireAnother(transaction, actor, account);
            work.apply(transaction, account).ifPresent(deed -> audit.append(transaction, deed.by(actor, id)));
            return account;
        });
    }

    // The token says so, too, but it may be a few seconds old.
    private void requireAdmin(ClientSession transaction, Actor actor) {
        var still = actor.isOperator()
                || accounts.byId(transaction, actor.id())
                        .filter(account -> account.open() && account.isAdmin())
                        .isPresent();
        if (!still) {
            throw new ProblemException(403, "FORBIDDEN", "Only an administrator may do this.");
        }
    }

    private void requireAnother(ClientSession transaction, Actor actor, Account account) {
        if (actor.id().equals(account.id())) {
            throw new ProblemException(
                    409, "OWN_ACCOUNT", "Nobody does this to their own account; ask another administrator.");
        }
        if (account.isAdmin() && !actor.isOperator() && !accounts.adminBeside(transaction, account.id())) {
            throw new ProblemException(409, "LAST_ADMIN", "Nobody else could administer the site then.");
        }
    }
}
