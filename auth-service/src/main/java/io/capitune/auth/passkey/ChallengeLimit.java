package io.capitune.auth.passkey;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/** How many challenges a network address may ask for: each is a document for a few minutes, and a guess wants one. */
@ApplicationScoped
public class ChallengeLimit {

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.Passkey config;

    ChallengeLimit(RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.passkey();
    }

    /**
     * Counts one.
     *
     * @throws ProblemException 429 {@code RATE_LIMITED}
     */
    void take(String source) {
        var network = SourceNetwork.of(source).value();
        var decision = limiter.take(
                "passkey-source:" + sealer.mac("passkey-source", network),
                config.challengesPerSource(),
                config.window());
        if (!decision.allowed()) {
            throw new ProblemException(429, "RATE_LIMITED", "Too many tries from here; wait a little.")
                    .header(
                            "Retry-After",
                            Long.toString(Math.max(1, decision.retryAfter().toSeconds())));
        }
    }
}
