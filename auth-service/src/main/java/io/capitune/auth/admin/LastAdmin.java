package io.capitune.auth.admin;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountChanges;
import io.capitune.auth.account.ClosingRule;
import io.capitune.auth.audit.AuditLog;
import io.capitune.auth.audit.AuditedAct;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;

/** The last administrator does not go. That one of several does is written down, so that of two who go at once the second sees the first. */
@ApplicationScoped
class LastAdmin implements ClosingRule {

    private final AccountChanges accounts;
    private final AuditLog audit;

    LastAdmin(AccountChanges accounts, AuditLog audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public void check(ClientSession transaction, Account account, SourceNetwork source) {
        if (!account.isAdmin()) {
            return;
        }
        if (!accounts.adminBeside(transaction, account.id())) {
            throw new ProblemException(409, "LAST_ADMIN", "Nobody else could administer the site then.");
        }
        audit.append(
                transaction,
                new AuditedAct(
                        account.id(), Act.DELETED.id(), account.id(), source.value(), "", Map.of("by", "owner")));
    }
}
