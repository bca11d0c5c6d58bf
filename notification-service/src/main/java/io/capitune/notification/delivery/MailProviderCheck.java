package io.capitune.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the provider does; never down, since mail waits in the queue while a provider is away. */
@Readiness
@ApplicationScoped
class MailProviderCheck implements HealthCheck {

    private final WayOut wayOut;
    private final CircuitBreakerMaintenance breakers;

    MailProviderCheck(WayOut wayOut, CircuitBreakerMaintenance breakers) {
        this.wayOut = wayOut;
        this.breakers = breakers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Mail provider")
                .withData("provider", wayOut.kind().label())
                .withData("breaker", breakers.currentState(WayOut.BREAKER).name())
                .up()
                .build();
    }
}
