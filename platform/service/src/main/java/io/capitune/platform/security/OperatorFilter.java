package io.capitune.platform.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.error.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets the operator's own client pass, and no other service. */
@ApplicationScoped
class OperatorFilter {

    /** The client id of {@code ./capitune admin}. */
    private static final String OPERATOR = "operator";

    private final CurrentUser caller;

    OperatorFilter(CurrentUser caller) {
        this.caller = caller;
    }

    @OperatorOnly
    @ServerRequestFilter
    void check() {
        if (!OPERATOR.equals(caller.id())) {
            throw new ProblemException(403, "FORBIDDEN", "Only an operator may do this.");
        }
    }
}
