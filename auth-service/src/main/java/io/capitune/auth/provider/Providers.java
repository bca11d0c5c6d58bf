package io.capitune.auth.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.Config;

/**
 * The providers that are configured, in the order of {@code capitune.providers}; templates know them as {@code inject:providers}. Each
 * has its settings below {@code capitune.provider.<name>}. Read by name, since the keys of a map cannot be told from environment
 * variables. A setting that is missing keeps the service from starting; a provider that is away does not, as none is asked.
 */
@Startup
@ApplicationScoped
@Named("providers")
public class Providers {

    private static final List<String> SCOPES = List.of("openid", "email");

    private final List<Provider> all;

    Providers(Config config) {
        this.all = config.getOptionalValues("capitune.providers", String.class).orElse(List.of()).stream()
                .map(String::strip)
                .distinct()
                .map(name -> read(config, name))
                .toList();
    }

    public List<Provider> all() {
        return all;
    }

    public Optional<Provider> named(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    /** How people know the provider of a name; the name itself where it is configured no more. */
    public String label(String name) {
        return named(name).map(Provider::label).orElse(name);
    }

    private static Provider read(Config config, String name) {
        return new Provider(
                name,
                value(config, name, "label", String.class).orElseGet(() -> capitalised(name)),
                required(config, name, "issuer"),
                required(config, name, "client-id"),
                required(config, name, "client-secret"),
                value(config, name, "scopes", String.class)
                        .map(scopes -> List.of(scopes.strip().split("[\\s,]+")))
                        .orElse(SCOPES),
                value(config, name, "nonce", Boolean.class).orElse(true),
                value(config, name, "pkce", Boolean.class).orElse(true));
    }

    private static <T> Optional<T> value(Config config, String name, String key, Class<T> type) {
        return config.getOptionalValue("capitune.provider." + name + "." + key, type);
    }

    private static String required(Config config, String name, String key) {
        return value(config, name, key, String.class)
                .orElseThrow(() -> new IllegalStateException("CAPITUNE_PROVIDERS names “" + name + "”, but "
                        + "CAPITUNE_PROVIDER_"
                        + (name + "_" + key).replace('-', '_').toUpperCase(Locale.ROOT)
                        + " is missing."));
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
