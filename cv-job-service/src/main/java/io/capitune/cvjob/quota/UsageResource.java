package io.capitune.cvjob.quota;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The caller's use of this month. */
@Path("/api/cv/usage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UsageResource {

    private final Usage usage;
    private final CurrentUser user;

    UsageResource(Usage usage, CurrentUser user) {
        this.usage = usage;
        this.user = user;
    }

    @GET
    public UsageView get() {
        return usage.of(user.id());
    }
}
