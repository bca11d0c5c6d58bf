package io.capitune.auth.password;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.password.GrowingWaits.Allowance;
import io.capitune.auth.source.SourceNetwork;
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
    private final Sealer sealer;
    private final Allowance ofOne;
    private final Allowance ofNetwork;

    PasswordTries(GrowingWaits waits, Sealer sealer, AuthConfig config) {
        this.waits = waits;
        this.sealer = sealer;
        var password = config.password();
        this.ofOne = new Allowance(password.freeTries(), password.longestWait(), password.triesForgottenAfter());
        this.ofNetwork =
                new Allowance(password.triesPerSource(), password.longestWait(), password.triesForgottenAfter());
    }

    /** Takes one of those that are counted by this; where there is none now, for how long. */
    Optional<Duration> take(String counted) {
        return waits.take(one(counted), ofOne);
    }

    /** Takes one of the network's; where it has none now, for how long. */
    Optional<Duration> takeFrom(String source) {
        return waits.take(network(source), ofNetwork);
    }

    /** The password was right: the free tries are there again. */
    void reset(String counted) {
        waits.reset(one(counted));
    }

    /** Nothing was compared: one more is free. */
    void giveBack(String counted) {
        waits.giveBack(one(counted));
    }

    /** The password was right, or none was compared: the network's try was no guess. */
    void giveBackTo(String source) {
        waits.giveBack(network(source));
    }

    private String one(String counted) {
        return sealer.mac("password-tries", counted);
    }

    private String network(String source) {
        return sealer.mac("password-source", SourceNetwork.of(source).value());
    }
}
