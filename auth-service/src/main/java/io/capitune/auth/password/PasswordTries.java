package io.capitune.auth.password;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.password.GrowingWaits.Allowance;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/**
 * How often passwords may be tried. Nobody is locked out: after some free tries each one waits for twice as long as the one before,
 * up to a minute. Tries are counted by address and by network, but those of a browser that the account knows, or of a session, each by
 * itself: whoever guesses holds up nobody who was in before (OWASP's “device cookies”). A right password sets the address back, and
 * takes no more from the network than its own try: else whoever has an account would guess at others without a wait. All of it is alike
 * whether the address is known.
 */
@ApplicationScoped
class PasswordTries {

    private final GrowingWaits waits;
    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.Password config;
    private final Allowance ofOne;
    private final Allowance ofNetwork;

    PasswordTries(GrowingWaits waits, RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.waits = waits;
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.password();
        this.ofOne = allowance(this.config.freeTries(), this.config);
        this.ofNetwork = allowance(this.config.triesPerSource(), this.config);
    }

    private static Allowance allowance(int free, AuthConfig.Password config) {
        return new Allowance(free, config.firstWait(), config.longestWait(), config.triesForgottenAfter());
    }

    /**
     * Takes one of those that are counted by this, or of a stranger's and their network's; where there is none now, for how long.
     *
     * @param own what tries are counted by in place of address and network
     */
    Optional<Duration> take(Optional<String> own, EmailAddress address, String source) {
        if (own.isPresent()) {
            return waits.take(one(own.get()), ofOne);
        }
        var network = waits.take(network(source), ofNetwork);
        if (network.isPresent()) {
            return network;
        }
        var wait = waits.take(one(address.value()), ofOne);
        // Nothing is compared, so the network has guessed nothing.
        wait.ifPresent(refused -> waits.undo(network(source)));
        return wait;
    }

    /** Nothing was compared after all. */
    void undo(Optional<String> own, EmailAddress address, String source) {
        waits.undo(one(own.orElse(address.value())));
        if (own.isEmpty()) {
            waits.undo(network(source));
        }
    }

    /**
     * The password was right: the network's try was no guess, and the free tries are there again, unless the account's password was right so
     * often lately that it is a program which does nothing else. That one waits as guesses do, since a right password is as much work.
     */
    void right(Optional<String> own, Account account, String source) {
        if (takeOf(account, "password-right", config.rightTriesPerAccount()).allowed()) {
            waits.reset(one(own.orElse(account.email())));
        }
        if (own.isEmpty()) {
            waits.giveBack(network(source));
        }
    }

    /** Takes one of the new passwords that may be judged for an account; where there is none now, for how long. */
    Optional<Duration> takeJudging(Account account) {
        var decision = takeOf(account, "password-judged", config.judgedPerAccount());
        return decision.allowed() ? Optional.empty() : Optional.of(decision.retryAfter());
    }

    private RateLimiter.Decision takeOf(Account account, String limit, int count) {
        return limiter.take(limit + ":" + sealer.mac(limit, account.id()), count, config.window());
    }

    private String one(String counted) {
        return sealer.mac("password-tries", counted);
    }

    private String network(String source) {
        return sealer.mac("password-source", SourceNetwork.of(source).value());
    }
}
