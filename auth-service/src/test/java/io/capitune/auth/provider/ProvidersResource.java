package io.capitune.auth.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.capitune.platform.testing.FreePort;
import io.capitune.platform.testing.OpenIdProvider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The providers of these tests: {@code google} and {@code company} are real ones, the first with addresses in its ID tokens, the second
 * with addresses at UserInfo; {@code forger} and {@code linkedin} answer what a test has them answer, the second with neither nonce nor
 * PKCE; {@code imposter} describes itself wrongly; {@code away} is not there.
 */
public final class ProvidersResource implements QuarkusTestResourceLifecycleManager {

    static final String CLIENT_ID = "capitune-client";
    static final String CLIENT_SECRET = "a secret that is & stays/between+us, long enough to sign with";
    static final int STARTS = 40;

    private OpenIdProvider real;
    private WireMockServer forger;

    /** The stubs, told from those of other resources by its type. */
    public static final class Forger extends WireMockServer {
        Forger() {
            super(WireMockConfiguration.options().dynamicPort());
        }
    }

    @Override
    public Map<String, String> start() {
        var google = settings("google", true);
        var company = settings("company", false);
        real = OpenIdProvider.start(List.of(google, company));
        forger = new Forger();
        forger.start();
        var config = new HashMap<String, String>();
        config.put("capitune.providers", "google, company,forger,linkedin,imposter,away");
        config.put("capitune.provider.company.label", "Ma Société & Cie");
        add(config, "google", google.issuer());
        add(config, "company", company.issuer());
        add(config, "forger", forger.baseUrl() + "/forger");
        add(config, "linkedin", forger.baseUrl() + "/linkedin");
        add(config, "imposter", forger.baseUrl() + "/imposter");
        add(config, "away", "http://localhost:" + FreePort.find());
        config.put("capitune.provider.linkedin.nonce", "false");
        config.put("capitune.provider.linkedin.pkce", "false");
        config.put("capitune.auth.provider.timeout", "4s");
        config.put("capitune.auth.provider.starts-per-source", Integer.toString(STARTS));
        return config;
    }

    private static OpenIdProvider.Settings settings(String name, boolean inIdToken) {
        return new OpenIdProvider.Settings(
                FreePort.find(),
                CLIENT_ID,
                CLIENT_SECRET,
                "http://localhost:8080/login/with/" + name + "/callback",
                inIdToken);
    }

    private static void add(Map<String, String> config, String name, String issuer) {
        config.put("capitune.provider." + name + ".issuer", issuer);
        config.put("capitune.provider." + name + ".client-id", CLIENT_ID);
        config.put("capitune.provider." + name + ".client-secret", CLIENT_SECRET);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(forger, new TestInjector.MatchesType(Forger.class));
    }

    @Override
    public void stop() {
        if (real != null) {
            real.close();
        }
        if (forger != null) {
            forger.stop();
        }
    }
}
