package io.capitune.auth.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.seal.Sealer;

/** How many mails go out. No address stands in the database for it: the counters' keys are keyed hashes. */
@ApplicationScoped
public class SignInLimits {

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
     * ones: impatience in one browser does not use up what the address or the office may have.
     */
    boolean allow(EmailAddress address, String browserHash, String source) {
        return allow("pause", address.value() + " " + browserHash, 1, config.pause())
                && allow("source", network(source), config.mailsPerSource(), config.window())
                && allow("address", address.value(), config.mailsPerAddress(), config.window());
    }

    private boolean allow(String limit, String value, int count, Duration window) {
        var key = "signin-" + limit + ":" + sealer.mac("signin-" + limit, value);
        return limiter.take(key, count, window).allowed();
    }

    /** An IPv4 address, or the /64 of an IPv6 address, which is what one subscriber has. */
    static String network(String source) {
        try {
            var address = InetAddress.ofLiteral(source);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
                    : address.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return source;
        }
    }
}
