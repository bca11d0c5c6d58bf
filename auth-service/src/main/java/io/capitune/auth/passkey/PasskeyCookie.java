package io.capitune.auth.passkey;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.cookie.HostCookie;
import io.capitune.platform.random.RandomTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows the browser that asked for a challenge when it comes with the answer. */
@ApplicationScoped
public class PasskeyCookie {

    private final HostCookie cookie;
    private final Duration maxAge;
    private final RandomTokens random;

    PasskeyCookie(
            RandomTokens random, AuthConfig config, @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.cookie = new HostCookie("passkey", publicUrl);
        this.maxAge = config.passkey().challengeValidFor();
        this.random = random;
    }

    /** The browser's secret; a new one where it has none of the right form. */
    String of(HttpHeaders headers) {
        return cookie.in(headers).orElseGet(random::token);
    }

    NewCookie keep(String browser) {
        return cookie.keep(browser, maxAge);
    }
}
