package io.capitune.worker.claim;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A worker that claims no jobs is not ready. */
@Readiness
class ClaimReadiness implements HealthCheck {

    private final ClaimLoop loop;

    ClaimReadiness(ClaimLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Claims").status(loop.isAlive()).build();
    }
}
