package io.capitune.cvjob.submit;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answer to an accepted request: 202, the job's id, and where to ask after it. */
public record AcceptedView(String jobId) {

    /** The response. Its address is relative: behind the gateway a service does not know the one that people see. */
    public static Response of(String jobId) {
        return Response.accepted(new AcceptedView(jobId))
                .header(HttpHeaders.LOCATION, "/api/cv/jobs/" + jobId)
                .build();
    }
}
