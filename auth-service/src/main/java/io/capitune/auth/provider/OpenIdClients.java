package io.capitune.auth.provider;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.seal.Sealer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One client for each provider; making them asks nobody anything. */
@ApplicationScoped
class OpenIdClients {

    private final Map<Provider, OpenIdClient> clients;

    OpenIdClients(
            Providers providers,
            ProviderConfig config,
            Sealer sealer,
            Clock clock,
            @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.clients = providers.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), provider -> new OpenIdClient(provider, publicUrl, config, sealer, clock)));
    }

    OpenIdClient of(Provider provider) {
        var client = clients.get(provider);
        if (client == null) {
            throw new IllegalArgumentException(provider + " is not configured");
        }
        return client;
    }
}
