package io.capitune.cvjob.input;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.OwnCvJobs;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** What was submitted. */
@Path("/api/cv/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InputResource {

    private final OwnCvJobs jobs;
    private final CurrentUser user;

    InputResource(OwnCvJobs jobs, CurrentUser user) {
        this.jobs = jobs;
        this.user = user;
    }

    /** The body of the job's submission, with its defaults filled in. */
    @GET
    @Path("/{id}/input")
    public InputView input(@PathParam("id") String id) {
        return InputView.of(jobs.get(Caller.of(user), id));
    }
}
