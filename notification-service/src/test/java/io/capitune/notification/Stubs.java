package io.capitune.notification;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** Stands where Resend and auth-service's {@code /internal/users} stand, and speaks as they do. */
public final class Stubs implements QuarkusTestResourceLifecycleManager {

    private WireMockServer server;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return Map.of(
                "quarkus.rest-client.accounts.url",
                server.baseUrl(),
                "capitune.mail.resend.base-url",
                server.baseUrl(),
                "test.stubs.port",
                Integer.toString(server.port()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                WireMock.create().host("127.0.0.1").port(server.port()).build(),
                new TestInjector.MatchesType(WireMock.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
