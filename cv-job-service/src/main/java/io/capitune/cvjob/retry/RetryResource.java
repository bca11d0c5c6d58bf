package io.capitune.cvjob.retry;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.submit.AcceptedView;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Retries of failed jobs. */
@Path("/api/cv/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RetryResource {

    private final Retries retries;
    private final CurrentUser user;

    RetryResource(Retries retries, CurrentUser user) {
        this.retries = retries;
        this.user = user;
    }

    @POST
    @Path("/{id}/retry")
    public Response retry(@PathParam("id") String id) {
        return AcceptedView.of(retries.retry(Caller.of(user), id));
    }
}
