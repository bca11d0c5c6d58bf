package io.capitune.auth.session;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Signing out, by API and by the shell's form; doing it twice is fine. */
@Path("")
@RunOnVirtualThread
public class LogoutResource {

    private final BrowserSessions sessions;

    LogoutResource(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Path("/api/auth/logout")
    public Response logout(@Context HttpHeaders headers) {
        return Response.noContent().cookie(sessions.close(headers)).build();
    }

    @POST
    @Path("/logout")
    public Response logoutByForm(@Context HttpHeaders headers) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/")
                .cookie(sessions.close(headers))
                .build();
    }
}
