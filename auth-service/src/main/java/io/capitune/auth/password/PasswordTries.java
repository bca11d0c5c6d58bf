package io.capitune.auth.password;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/**
 * How often passwords may be tried. Waits grow instead of anybody being locked out: a few tries a minute, some more in ten, some more
 * in an hour; whoever is refused waits for the window that is full. Every try counts before it is judged, and alike whether the
 * address is known, so that the limit is exact over all replicas and tells nothing.
 */
@ApplicationScoped
public class PasswordTries {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.Password config;

    PasswordTries(RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.password();
    }

    /** Takes a try; where there is none left, for how long. */
    Optional<Duration> take(EmailAddress address, String source) {
        var mine = config.triesPerMinute();
        return take("source", SourceNetwork.of(source).value(), config.triesPerSource(), TEN_MINUTES)
                .or(() -> take("minute", address.value(), mine, MINUTE))
                .or(() -> take("ten", address.value(), 2 * mine, TEN_MINUTES))
                .or(() -> take("hour", address.value(), 4 * mine, HOUR));
    }

    private Optional<Duration> take(String window, String value, int limit, Duration length) {
        var key = "password-" + window;
        var decision = limiter.take(key + ":" + sealer.mac(key, value), limit, length);
        return decision.allowed() ? Optional.empty() : Optional.of(decision.retryAfter());
    }
}
