package io.capitune.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;
import io.capitune.platform.security.ClientAddress;
import io.vertx.core.http.HttpServerRequest;

/**
 * Failed tries at client credentials, counted per network. Beyond the limit the gateway's requests from there are not even
 * looked at for a while. Our services ask without the gateway: theirs are always looked at, so that nobody can shut them out,
 * and a right secret costs the database nothing.
 */
@ApplicationScoped
public class FailedTries {

    private static final int NETWORKS = 10_000;

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.Token config;
    private final Clock clock;
    private final Cache<String, Instant> shutOut;

    FailedTries(RateLimiter limiter, Sealer sealer, AuthConfig config, Clock clock) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.token();
        this.clock = clock;
        this.shutOut = Caffeine.newBuilder().maximumSize(NETWORKS).build();
    }

    /** How much longer this caller is shut out; empty when it is not. */
    Optional<Duration> shutOut(HttpServerRequest caller) {
        if (caller.getHeader("X-Forwarded-For") == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(shutOut.getIfPresent(network(caller)))
                .map(end -> Duration.between(clock.instant(), end))
                .filter(Duration::isPositive);
    }

    /** Counts one; beyond the limit it tells for how long the caller is shut out. */
    Optional<Duration> count(HttpServerRequest caller) {
        var network = network(caller);
        var key = "token-failed:" + sealer.mac("token-failed", network);
        var decision = limiter.take(key, config.failuresPerSource(), config.failureWindow());
        if (decision.allowed()) {
            return Optional.empty();
        }
        shutOut.put(network, clock.instant().plus(decision.retryAfter()));
        return Optional.of(decision.retryAfter());
    }

    private static String network(HttpServerRequest caller) {
        return SourceNetwork.of(ClientAddress.of(caller)).value();
    }
}
