package io.capitune.auth.register;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/** How often a network address may register: each costs a hash. */
@ApplicationScoped
class RegistrationLimit {

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.Password config;

    RegistrationLimit(RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.password();
    }

    /** Takes one; where the network has none left, for how long. */
    Optional<Duration> take(String source) {
        var decision = limiter.take(key(source), config.registrationsPerSource(), config.window());
        return decision.allowed() ? Optional.empty() : Optional.of(decision.retryAfter());
    }

    /** Nothing came of it. */
    void undo(String source) {
        limiter.undo(key(source));
    }

    private String key(String source) {
        return "register-source:"
                + sealer.mac("register-source", SourceNetwork.of(source).value());
    }
}
