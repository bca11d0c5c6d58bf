package io.capitune.auth.rights;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stands where the other contexts stand, each below a path of its own; until told otherwise they keep nothing about anybody. */
public final class ContextsResource implements QuarkusTestResourceLifecycleManager {

    private WireMockServer server;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        ContextStubs.empty(server);
        return Map.of(
                "capitune.rights.contexts.cv", server.baseUrl() + "/cv",
                "capitune.rights.contexts.mails", server.baseUrl() + "/mails");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(WireMockServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
