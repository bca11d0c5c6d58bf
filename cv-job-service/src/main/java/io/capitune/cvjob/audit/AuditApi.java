package io.capitune.cvjob.audit;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The part of auth-service that we use, called with the operator's own token: ours writes nothing there. */
@RegisterRestClient(configKey = "audit")
@Path("/internal/audit/entries")
interface AuditApi {

    /** What is about to be done, and to whose account. */
    record Entry(String act, @Nullable String subject, Map<String, String> details) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response write(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String operator,
            @HeaderParam("X-Forwarded-For") String source,
            Entry entry);
}
