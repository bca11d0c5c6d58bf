package io.capitune.auth.provider;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import io.capitune.auth.cookie.HostCookie;
import io.capitune.platform.random.RandomTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows the browser that went to a provider when it comes back: an answer that was planted in another one is nobody's. */
@ApplicationScoped
public class ProviderCookie {

    private final HostCookie cookie;
    private final Duration maxAge;
    private final RandomTokens random;

    ProviderCookie(
            RandomTokens random,
            ProviderConfig config,
            @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.cookie = new HostCookie("provider", publicUrl);
        this.maxAge = config.validFor();
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
