package io.capitune.cvjob.submit;

import java.net.URI;

import jakarta.ws.rs.core.Response;

/** The answer to an accepted request: 202, the job's id, and where to ask after it. */
public record AcceptedView(String jobId) {

    /** The response. */
    public static Response of(String jobId) {
        return Response.accepted(new AcceptedView(jobId))
                .location(URI.create("/api/cv/jobs/" + jobId))
                .build();
    }
}
