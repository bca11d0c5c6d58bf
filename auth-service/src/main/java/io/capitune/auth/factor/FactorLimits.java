package io.capitune.auth.factor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/**
 * How often somebody may guess. Each try is taken before anything is compared, so that simultaneous guesses are no way past it;
 * the waits grow from a minute to a day and end by themselves.
 */
@ApplicationScoped
public class FactorLimits {

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.SecondFactor config;

    FactorLimits(RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.secondFactor();
    }

    private record Limit(String name, String value, int count, Duration window) {}

    /** Takes a try at the account's codes; where there is none left, for how long. A refusal counts in no wider limit. */
    Optional<Duration> take(String accountId, String source) {
        var network = SourceNetwork.of(source).value();
        return List.of(
                        new Limit("minute", accountId, config.triesPerMinute(), Duration.ofMinutes(1)),
                        new Limit("hour", accountId, config.triesPerHour(), Duration.ofHours(1)),
                        new Limit("day", accountId, config.triesPerDay(), Duration.ofDays(1)),
                        new Limit("source", network, config.triesPerSource(), config.sourceWindow()))
                .stream()
                .map(this::take)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Duration> take(Limit limit) {
        var key = "factor-" + limit.name() + ":" + sealer.mac("factor-" + limit.name(), limit.value());
        var decision = limiter.take(key, limit.count(), limit.window());
        return decision.allowed() ? Optional.empty() : Optional.of(decision.retryAfter());
    }
}
