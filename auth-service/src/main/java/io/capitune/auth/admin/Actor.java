package io.capitune.auth.admin;

import io.capitune.auth.audit.AuditedAct;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.vertx.core.http.HttpServerRequest;

/**
 * Who does something to an account.
 *
 * @param id an administrator's account, or {@value #OPERATOR} for who runs the system
 * @param source the network that the request came from
 */
public record Actor(String id, String source) {

    static final String OPERATOR = AuditedAct.OPERATOR;

    /** The administrator who sent the request. */
    public static Actor of(CurrentUser caller, HttpServerRequest request) {
        return new Actor(caller.id(), source(request));
    }

    /** Who runs the system. */
    static Actor operator(HttpServerRequest request) {
        return new Actor(OPERATOR, source(request));
    }

    boolean isOperator() {
        return OPERATOR.equals(id);
    }

    private static String source(HttpServerRequest request) {
        return SourceNetwork.of(ClientAddress.of(request)).value();
    }
}
