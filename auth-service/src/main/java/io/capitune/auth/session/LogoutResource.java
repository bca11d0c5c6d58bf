package io.capitune.auth.session;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Signing out by the shell's form; doing it twice is fine. */
@Path("/logout")
@RunOnVirtualThread
public class LogoutResource {

    private final BrowserSessions sessions;

    LogoutResource(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @POST
    public Response logoutByForm(@Context HttpHeaders headers) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/")
                .cookie(sessions.close(headers))
                .build();
    }
}
