package io.capitune.auth.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The audit log for administrators' programs. */
@Path("/api/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@AdminsOnly
public class AuditResource {

    private final AuditReading reading;

    AuditResource(AuditReading reading) {
        this.reading = reading;
    }

    @GET
    public Part<AuditView> list(
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("act") @Nullable String act,
            @QueryParam("source") @Nullable String source,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return reading.find(AuditFilter.of(actor, subject, act, source, reason, from, to), cursor, limit);
    }
}
