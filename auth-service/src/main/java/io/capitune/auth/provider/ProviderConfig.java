package io.capitune.auth.provider;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Signing in with other providers; which ones there are is read by {@link Providers}. */
@ConfigMapping(prefix = "capitune.auth.provider")
public interface ProviderConfig {

    /** How long somebody may stay at the provider. */
    @WithDefault("10m")
    Duration validFor();

    /** How long a link that was proved by a first step waits for its second one. */
    @WithDefault("1h")
    Duration linkWaitsFor();

    /** One call to a provider, from connecting to the last byte. */
    @WithDefault("5s")
    Duration timeout();

    /** How long a provider's discovery document is used; beyond that it is used on while the provider does not answer. */
    @WithDefault("1h")
    Duration discoveredFor();

    /** Sign-ins begun from one network address within {@link #window()}. */
    @WithDefault("200")
    int startsPerSource();

    @WithDefault("10m")
    Duration window();
}
