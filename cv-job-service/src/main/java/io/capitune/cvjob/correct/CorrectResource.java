package io.capitune.cvjob.correct;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.input.CvJobRequest;
import io.capitune.cvjob.input.CvJobRequests;
import io.capitune.cvjob.submit.AcceptedView;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Corrections of finished CVs. */
@Path("/api/cv/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CorrectResource {

    private final Corrections corrections;
    private final CvJobRequests requests;
    private final CurrentUser user;

    CorrectResource(Corrections corrections, CvJobRequests requests, CurrentUser user) {
        this.corrections = corrections;
        this.requests = requests;
        this.user = user;
    }

    @POST
    @Path("/{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = CvJobRequest.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    public Response correct(
            @PathParam("id") String id, byte[] body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        var caller = Caller.of(user);
        var request = requests.read(body, caller.language());
        return AcceptedView.of(corrections.correct(caller, id, request, idempotencyKey));
    }
}
