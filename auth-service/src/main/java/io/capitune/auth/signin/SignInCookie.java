package io.capitune.auth.signin;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.cookie.HostCookie;
import io.capitune.platform.random.RandomTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows the browser that asked for a mail when it comes back with the link or the code. */
@ApplicationScoped
public class SignInCookie {

    private final HostCookie cookie;
    private final Duration maxAge;
    private final RandomTokens random;

    SignInCookie(
            RandomTokens random, AuthConfig config, @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.cookie = new HostCookie("signin", publicUrl);
        this.maxAge = config.signIn().browserRememberedFor();
        this.random = random;
    }

    /** The browser's secret; a new one where it has none of the right form. */
    public String of(HttpHeaders headers) {
        return cookie.in(headers).orElseGet(random::token);
    }

    /** The cookie that keeps the secret. */
    public NewCookie keep(String browser) {
        return cookie.keep(browser, maxAge);
    }
}
