package io.capitune.cvjob.audit;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

/** Stands where auth-service keeps the audit log; it takes every entry. */
public final class AuditStub implements QuarkusTestResourceLifecycleManager {

    static final String PATH = "/internal/audit/entries";

    private WireMockServer server;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        takesAll(server);
        return Map.of("quarkus.rest-client.audit.url", server.baseUrl());
    }

    /** As it was at the beginning. */
    static void takesAll(WireMockServer audit) {
        audit.resetAll();
        audit.stubFor(post(PATH).willReturn(noContent()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                server,
                field -> field.getType() == WireMockServer.class
                        && field.getName().equals("audit"));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
