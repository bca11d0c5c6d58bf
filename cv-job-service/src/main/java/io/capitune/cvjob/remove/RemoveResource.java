package io.capitune.cvjob.remove;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.capitune.cvjob.Caller;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Removing and cancelling. */
@Path("/api/cv/jobs")
@RunOnVirtualThread
public class RemoveResource {

    private final Removals removals;
    private final CurrentUser user;

    RemoveResource(Removals removals, CurrentUser user) {
        this.removals = removals;
        this.user = user;
    }

    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") String id) {
        removals.remove(Caller.of(user), id);
    }
}
