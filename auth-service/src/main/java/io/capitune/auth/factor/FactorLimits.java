package io.capitune.auth.factor;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/**
 * How often somebody may guess. Each try is taken before anything is compared, so that simultaneous guesses are no way past it;
 * the waits grow from a minute to a day and end by themselves. Strangers, who may well have the password, share the account's tries;
 * a browser or session in which a second step was made has its own, so that strangers hold up no owner there. They can have no such
 * browser without a right code, so that those tries are none of theirs.
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
    Optional<Duration> take(String accountId, Guesser guesser) {
        return guesser.trusted()
                .map(this::own)
                .orElseGet(() -> Stream.concat(own(accountId), Stream.of(network(guesser.source()))))
                .map(this::take)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<Limit> own(String counted) {
        return Stream.of(
                new Limit("minute", counted, config.triesPerMinute(), Duration.ofMinutes(1)),
                new Limit("hour", counted, config.triesPerHour(), Duration.ofHours(1)),
                new Limit("day", counted, config.triesPerDay(), Duration.ofDays(1)));
    }

    private Limit network(String source) {
        return new Limit("source", SourceNetwork.of(source).value(), config.triesPerSource(), config.sourceWindow());
    }

    private Optional<Duration> take(Limit limit) {
        var key = "factor-" + limit.name() + ":" + sealer.mac("factor-" + limit.name(), limit.value());
        var decision = limiter.take(key, limit.count(), limit.window());
        return decision.allowed() ? Optional.empty() : Optional.of(decision.retryAfter());
    }
}
