package io.capitune.auth.password;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/**
 * How many passwords one network, or one that was let in before, may have compared or judged, right ones too: each takes a processor for
 * tens of milliseconds, and whoever signs in rightly without a pause would keep everybody else waiting.
 */
@ApplicationScoped
class HashLimits {

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.Password config;

    HashLimits(RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.password();
    }

    /** Takes one of the network's; where it has none left, for how long. */
    Optional<Duration> takeFrom(String source) {
        return take("hash-source", SourceNetwork.of(source).value(), config.hashesPerSource());
    }

    /** Takes one of those of a known device or a session; where none is left, for how long. */
    Optional<Duration> takeOf(String own) {
        return take("hash-own", own, config.hashesPerDevice());
    }

    private Optional<Duration> take(String limit, String value, int count) {
        var decision = limiter.take(limit + ":" + sealer.mac(limit, value), count, config.hashWindow());
        return decision.allowed() ? Optional.empty() : Optional.of(decision.retryAfter());
    }
}
