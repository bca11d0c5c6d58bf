package io.capitune.cvjob.submit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.input.CvJobRequest;
import io.capitune.cvjob.input.CvJobRequests;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Submissions. */
@Path("/api/cv/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SubmitResource {

    private final SubmitCvJob submit;
    private final CvJobRequests requests;
    private final CurrentUser user;

    SubmitResource(SubmitCvJob submit, CvJobRequests requests, CurrentUser user) {
        this.submit = submit;
        this.requests = requests;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Submits a CV to be composed and printed; costs one unit of the month")
    @RequestBody(content = @Content(schema = @Schema(implementation = CvJobRequest.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    public Response submit(byte[] body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        var caller = Caller.of(user);
        var request = requests.read(body, caller.language());
        return AcceptedView.of(submit.submit(caller, request, idempotencyKey));
    }
}
