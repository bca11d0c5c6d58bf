package io.capitune.portal;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.capitune.platform.PlatformConfig;
import org.jspecify.annotations.Nullable;

/** This installation in the words of its pages; templates know it as {@code inject:installation}. */
@ApplicationScoped
@Named("installation")
public class Installation {

    private final PortalConfig config;
    private final PlatformConfig platform;

    Installation(PortalConfig config, PlatformConfig platform) {
        this.config = config;
        this.platform = platform;
    }

    /** Whether a language model is configured. */
    public boolean model() {
        return config.openai().baseUrl().isPresent() && config.openai().model().isPresent();
    }

    /** The host that texts go to when a person agrees. */
    public String modelHost() {
        return config.openai().baseUrl().map(url -> url.getHost()).orElse("");
    }

    /** Who carries the mail: {@code resend}, {@code smtp} or {@code local}. */
    public String mail() {
        if (config.mail().resend().apiKey().isPresent()) {
            return "resend";
        }
        return config.mail().smtp().host().isPresent() ? "smtp" : "local";
    }

    /** The SMTP server, or null. */
    public @Nullable String smtpHost() {
        return config.mail().smtp().host().orElse(null);
    }

    /** Whose object store keeps the PDFs: its host; null where they lie in a folder of our own. */
    public @Nullable String filesHost() {
        var s3 = platform.storage().s3();
        return s3.bucket()
                .map(bucket -> s3.endpoint().map(URI::getHost).orElse("s3." + s3.region() + ".amazonaws.com"))
                .orElse(null);
    }

    /** Whether one can sign in with other providers, such as Google. */
    public boolean providers() {
        return config.providers().filter(names -> !names.isEmpty()).isPresent();
    }

    /** Whether this runs on somebody's own machine for trying out. */
    public boolean local() {
        return platform.local();
    }

    /** The publisher, or null where none is configured. */
    public @Nullable String publisher() {
        return config.legal().publisher().orElse(null);
    }

    /** The publisher's address, or null. */
    public @Nullable String address() {
        return config.legal().address().orElse(null);
    }

    /** The address to write to, or null. */
    public @Nullable String contact() {
        return config.legal().contact().orElse(null);
    }

    /** The hosting company, or null. */
    public @Nullable String host() {
        return config.legal().host().orElse(null);
    }
}
