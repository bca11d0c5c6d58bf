package io.capitune.auth.session;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.error.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where somebody is signed in, and an end to it. */
@Path("/api/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionsResource {

    private final CurrentAccount current;
    private final OwnSessions sessions;

    SessionsResource(CurrentAccount current, OwnSessions sessions) {
        this.current = current;
        this.sessions = sessions;
    }

    /** Those that live, the one that asks first; a hundred at most. */
    @GET
    public Map<String, List<SessionView>> list() {
        return Map.of("items", sessions.of(current.get()));
    }

    /** 204; 404 where the caller has none with that id. */
    @DELETE
    @Path("/{id}")
    public Response end(@PathParam("id") String id) {
        if (!sessions.end(current.get(), id)) {
            throw ProblemException.notFound();
        }
        return Response.noContent().build();
    }

    /** 204: all others are over. */
    @DELETE
    public Response endOthers() {
        sessions.endOthers(current.get());
        return Response.noContent().build();
    }
}
