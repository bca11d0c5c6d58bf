package io.capitune.auth.provider;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/** How many sign-ins with providers a network address may begin: each is a document for minutes, and may be a call elsewhere. */
@ApplicationScoped
public class StartLimit {

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final ProviderConfig config;

    StartLimit(RateLimiter limiter, Sealer sealer, ProviderConfig config) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config;
    }

    /**
     * Counts one.
     *
     * @throws ProblemException 429 {@code RATE_LIMITED}
     */
    public void take(String source) {
        var network = SourceNetwork.of(source).value();
        var decision = limiter.take(
                "provider-source:" + sealer.mac("provider-source", network), config.startsPerSource(), config.window());
        if (!decision.allowed()) {
            throw new ProblemException(429, "RATE_LIMITED", "Too many tries from here; wait a little.")
                    .header(
                            "Retry-After",
                            Long.toString(Math.max(1, decision.retryAfter().toSeconds())));
        }
    }
}
