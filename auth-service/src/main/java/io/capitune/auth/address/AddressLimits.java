package io.capitune.auth.address;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/** How often an account may ask for another address: nobody uses theirs to write to strangers. */
@ApplicationScoped
class AddressLimits {

    private static final String LIMIT = "change-email";

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.Address config;

    AddressLimits(RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.address();
    }

    /** Takes one; where none is left, for how long. */
    Optional<Duration> take(Account account) {
        var key = LIMIT + ":" + sealer.mac(LIMIT, account.id());
        var decision = limiter.take(key, config.requestsPerAccount(), config.window());
        return decision.allowed() ? Optional.empty() : Optional.of(decision.retryAfter());
    }
}
