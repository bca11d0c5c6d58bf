package io.capitune.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.CurrentUser;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets administrators pass, by the roles of the verified token. That there are such pages is no secret: 403, not 404. */
@ApplicationScoped
class AdminFilter {

    private final CurrentUser caller;

    AdminFilter(CurrentUser caller) {
        this.caller = caller;
    }

    @AdminsOnly
    @ServerRequestFilter
    void check() {
        if (!caller.roles().contains(Account.ADMIN)) {
            throw new ProblemException(403, "FORBIDDEN", "Only an administrator may do this.");
        }
    }
}
