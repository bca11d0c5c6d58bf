package io.capitune.cvjob.status;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.capitune.cvjob.Caller;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where a job stands. */
@Path("/api/cv/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StatusResource {

    private final CvJobViews views;
    private final CurrentUser user;

    StatusResource(CvJobViews views, CurrentUser user) {
        this.views = views;
        this.user = user;
    }

    @GET
    @Path("/{id}")
    public CvJobView status(@PathParam("id") String id) {
        return views.get(Caller.of(user), id);
    }
}
