package io.capitune.auth.session;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Signing out by API; doing it twice is fine. */
@Path("/api/auth/logout")
@RunOnVirtualThread
public class ApiLogoutResource {

    private final BrowserSessions sessions;
    private final ClientSessions clients;
    private final CurrentUser caller;

    ApiLogoutResource(BrowserSessions sessions, ClientSessions clients, CurrentUser caller) {
        this.sessions = sessions;
        this.clients = clients;
        this.caller = caller;
    }

    /** Ends the browser's session, and the one that the bearer token names. */
    @POST
    public Response logout(@Context HttpHeaders headers) {
        var sessionId = caller.sessionId();
        if (sessionId != null) {
            clients.end(caller.id(), sessionId);
        }
        return Response.noContent().cookie(sessions.close(headers)).build();
    }
}
