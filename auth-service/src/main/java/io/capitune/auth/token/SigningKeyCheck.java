package io.capitune.auth.token;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the signing key is in memory; from then on known sessions are served with or without MongoDB. */
@Readiness
@ApplicationScoped
public class SigningKeyCheck implements HealthCheck {

    private final CurrentKeys keys;

    SigningKeyCheck(CurrentKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing key").status(keys.loaded()).build();
    }
}
