package io.capitune.auth.provider;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.error.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The identities at other providers of who is signed in. They are linked in the browser alone. */
@Path("/api/auth/identities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IdentityResource {

    private final CurrentAccount current;
    private final OwnIdentities own;

    IdentityResource(CurrentAccount current, OwnIdentities own) {
        this.current = current;
        this.own = own;
    }

    /** All of them, oldest first. */
    @GET
    public Map<String, List<IdentityView>> list() {
        return Map.of("items", own.of(current.get()));
    }

    /** 204: it opens the account no more; 403 {@code RECENT_SIGNIN_REQUIRED}, 404. */
    @DELETE
    @Path("/{id}")
    public Response unlink(@PathParam("id") String id) {
        if (!own.unlink(current.recentlySignedIn(), id)) {
            throw ProblemException.notFound();
        }
        return Response.noContent().build();
    }
}
