package io.capitune.cvjob.preview;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stands where render-service stands. */
public final class RenderStub implements QuarkusTestResourceLifecycleManager {

    private WireMockServer server;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return Map.of("capitune.render-url", server.baseUrl());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                server,
                field -> field.getType() == WireMockServer.class
                        && field.getName().equals("render"));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
