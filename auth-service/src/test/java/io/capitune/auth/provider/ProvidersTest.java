package io.capitune.auth.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProvidersTest {

    private static final Map<String, String> GOOGLE = Map.of(
            "CAPITUNE_PROVIDERS", "google",
            "CAPITUNE_PROVIDER_GOOGLE_ISSUER", "https://accounts.google.com",
            "CAPITUNE_PROVIDER_GOOGLE_CLIENT_ID", "id",
            "CAPITUNE_PROVIDER_GOOGLE_CLIENT_SECRET", "hush");

    private static Providers of(Map<String, String> environment) {
        return new Providers(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .build());
    }

    private static Map<String, String> googleWith(String name, String value) {
        var changed = new HashMap<>(GOOGLE);
        changed.put("CAPITUNE_PROVIDER_GOOGLE_" + name, value);
        return changed;
    }

    @Test
    void environmentAloneConfiguresThem() {
        assertThat(of(GOOGLE).all())
                .containsExactly(new Provider(
                        "google",
                        "Google",
                        "https://accounts.google.com",
                        "id",
                        "hush",
                        List.of("openid", "email"),
                        true,
                        true));
    }

    @Test
    void whatAProviderDoesNotDoIsSaid() {
        var environment = googleWith("NONCE", "false");
        environment.put("CAPITUNE_PROVIDER_GOOGLE_PKCE", "false");
        environment.put("CAPITUNE_PROVIDER_GOOGLE_SCOPES", "openid profile,email");
        environment.put("CAPITUNE_PROVIDER_GOOGLE_LABEL", "Autre");
        assertThat(of(environment).all()).singleElement().satisfies(provider -> {
            assertThat(provider.nonce()).isFalse();
            assertThat(provider.pkce()).isFalse();
            assertThat(provider.scopes()).containsExactly("openid", "profile", "email");
            assertThat(provider.label()).isEqualTo("Autre");
        });
    }

    @Test
    void noneIsFineAndEmptyIsNone() {
        assertThat(of(Map.of()).all()).isEmpty();
        assertThat(of(Map.of("CAPITUNE_PROVIDERS", "")).all()).isEmpty();
    }

    @Test
    void missingSettingIsNamed() {
        var incomplete = new HashMap<>(GOOGLE);
        incomplete.remove("CAPITUNE_PROVIDER_GOOGLE_CLIENT_SECRET");
        assertThatThrownBy(() -> of(incomplete)).hasMessageContaining("CAPITUNE_PROVIDER_GOOGLE_CLIENT_SECRET");
    }

    @Test
    void issuerIsReachedByHttpsOrOnThisMachine() {
        assertThatThrownBy(() -> of(googleWith("ISSUER", "http://accounts.google.com")))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> of(googleWith("ISSUER", "accounts.google.com")))
                .hasMessageContaining("https");
        assertThat(of(googleWith("ISSUER", "http://localhost:9000/realm")).all())
                .hasSize(1);
    }

    @Test
    void addressIsAlwaysAskedFor() {
        assertThatThrownBy(() -> of(googleWith("SCOPES", "openid profile"))).hasMessageContaining("email");
    }

    @Test
    void secretIsInNoText() {
        assertThat(of(GOOGLE).all().toString()).doesNotContain("hush");
    }
}
