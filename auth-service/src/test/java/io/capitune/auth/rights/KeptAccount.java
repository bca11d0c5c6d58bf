package io.capitune.auth.rights;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.ClosingRule;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;
import io.quarkus.arc.Unremovable;

/** A rule that keeps one account from being closed. */
@Unremovable
@ApplicationScoped
class KeptAccount implements ClosingRule {

    static final String EMAIL = "kept-admin@exemple.fr";

    @Override
    public void check(ClientSession transaction, Account account, SourceNetwork source) {
        if (account.email().equals(EMAIL)) {
            throw new ProblemException(409, "LAST_ADMIN", "This is the last administrator.");
        }
    }
}
