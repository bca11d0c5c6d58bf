package io.capitune.worker.pipeline;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** Stands where render-service stands. */
public final class RenderStub implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "capitune.test.render.port";

    private WireMockServer wireMock;

    @Override
    public Map<String, String> start() {
        wireMock = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        wireMock.start();
        System.setProperty(PORT, Integer.toString(wireMock.port()));
        return Map.of("capitune.render-url", wireMock.baseUrl());
    }

    @Override
    public void stop() {
        wireMock.stop();
    }

    /** The stand-in itself. */
    public static WireMock server() {
        return new WireMock("localhost", Integer.getInteger(PORT));
    }

    /** Every job is rendered as this. */
    public static void answers(String body) {
        var html = "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>CV</title></head><body>"
                + body + "</body></html>";
        server().register(post(urlPathEqualTo("/internal/cv-render"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody(html)));
    }
}
