package io.capitune.auth.signin;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/** How many mails go out, and how many of their codes are tried. No address stands in the database for it: the counters' keys are keyed hashes. */
@ApplicationScoped
public class SignInLimits {

    private static final Duration DAY = Duration.ofDays(1);

    private final RateLimiter limiter;
    private final Sealer sealer;
    private final AuthConfig.SignIn config;

    SignInLimits(RateLimiter limiter, Sealer sealer, AuthConfig config) {
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config.signIn();
    }

    /**
     * Counts one mail and tells whether it may go. The narrowest limit is asked first, and one that refuses spares the wider
     * ones: impatience in one browser does not use up what the address or the office may have. They are asked all the same,
     * under a key that counts for nothing, so that a refusal costs the database what a consent does.
     *
     * @param purpose what the mail is for: those to an address for one thing, which anybody may ask for, hold back none for another
     */
    public boolean allow(String purpose, EmailAddress address, String browserHash, String source) {
        var network = SourceNetwork.of(source).value();
        var mailbox = purpose + " " + address.value();
        var rested = take("pause", mailbox + " " + browserHash, true, 1, config.pause());
        var fromSource = take("source", network, rested, config.mailsPerSource(), config.window());
        return take("address", mailbox, fromSource, config.mailsPerAddress(), config.window());
    }

    /**
     * Counts a code that is tried at a sign-in and tells whether it may be: six digits bear no guessing day after day, neither at one
     * address nor, from one network, at many. A browser that the account knows has tries of its own, so that whoever uses up those of the
     * address takes none from its owner; and where no code went out, none is used up.
     *
     * @param device which of the account's devices the browser is, if one of them
     */
    boolean allowCode(SignIn signIn, Optional<String> device, String source) {
        var network = SourceNetwork.of(source).value();
        var fromSource = take("code-source", network, signIn.mailed(), config.codeTriesPerSource(), DAY);
        var counted = device.map(id -> "device " + id).orElse(signIn.email());
        return take("code", counted, fromSource, config.codeTriesPerDay(), DAY) || !signIn.mailed();
    }

    private boolean take(String limit, String value, boolean counts, int count, Duration window) {
        var name = (counts ? "signin-" : "signin-spared-") + limit;
        return limiter.take(name + ":" + sealer.mac(name, value), count, window).allowed() && counts;
    }
}
