package io.capitune.cvjob.plan;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** An operator puts an account on a plan; the security gate wants role {@code service} here. */
@Path("/internal/plans")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class PlanResource {

    private final AssignPlan plans;

    PlanResource(AssignPlan plans) {
        this.plans = plans;
    }

    /** The plan on the wire. */
    public record PlanBody(@Nullable String plan) {}

    @PUT
    @Path("/{userId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PlanBody assign(@PathParam("userId") String userId, @Nullable PlanBody body) {
        var plan = body == null || body.plan() == null ? "" : body.plan();
        plans.assign(userId, plan);
        return new PlanBody(plan);
    }
}
