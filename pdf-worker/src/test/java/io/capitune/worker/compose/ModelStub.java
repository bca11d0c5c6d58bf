package io.capitune.worker.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.capitune.platform.testing.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** A language model that speaks the wire format of {@code /v1/chat/completions} and says what a test tells it to. */
public final class ModelStub implements QuarkusTestResourceLifecycleManager {

    static final String KEY = "sk-test-never-logged";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/chat/completions";
    private static final CallCount CALLS = new CallCount();
    private static WireMockServer server = server(FreePort.find());
    private Map<String, String> settings = Map.of();

    /** Further settings of the worker. */
    @Override
    public void init(Map<String, String> settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> start() {
        server.start();
        Map<String, String> all = new HashMap<>(Map.of(
                "capitune.openai.base-url", "http://localhost:" + server.port() + "/v1",
                "capitune.openai.api-key", KEY,
                "capitune.openai.model", "stub-model",
                "capitune.openai.prices", "other-model 9 9 USD, stub-model 0.40 1.60 0.10 USD",
                "capitune.openai.timeout", "4s",
                "capitune.openai.retry-delay", "10ms",
                "capitune.openai.max-retry-delay", "3s",
                "capitune.openai.breaker-volume", "10000"));
        all.putAll(settings);
        return all;
    }

    private static WireMockServer server(int port) {
        return new WireMockServer(options()
                .port(port)
                .containerThreads(300)
                // All may connect at one moment: what does not fit is dropped, and comes again after seconds.
                .jettyAcceptQueueSize(1000)
                .extensions(CALLS));
    }

    /** Answers each call after {@code latency}, however many there are at once. */
    static CallCount slowly(Duration latency, ResponseDefinitionBuilder answer) {
        answers(answer);
        CALLS.begin(latency);
        return CALLS;
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Answers in this order, then the last again and again. */
    public static void answers(ResponseDefinitionBuilder... answers) {
        if (!server.isRunning()) {
            server.start();
        }
        server.resetAll();
        CALLS.begin(Duration.ZERO);
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(post(urlEqualTo(PATH))
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willSetStateTo("answer " + (i + 1))
                    .willReturn(answers[i]));
        }
        String last = "answer " + answers.length;
        server.stubFor(post(urlEqualTo(PATH))
                .inScenario("answers")
                .whenScenarioStateIs(last)
                .willReturn(answers[answers.length - 1]));
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":{\"message\":\"no\"}}");
    }

    static ResponseDefinitionBuilder body(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    public static ResponseDefinitionBuilder content(String content) {
        return content(content, "stop");
    }

    static ResponseDefinitionBuilder content(String content, String finishReason) {
        ObjectNode completion = JSON.createObjectNode().put("id", "chatcmpl-1").put("object", "chat.completion");
        ObjectNode choice =
                completion.putArray("choices").addObject().put("index", 0).put("finish_reason", finishReason);
        choice.putObject("message").put("role", "assistant").put("content", content);
        completion.putObject("usage").put("total_tokens", 12);
        return body(completion.toString());
    }

    /** An answer that tells its {@code usage} in these words of JSON. */
    static ResponseDefinitionBuilder metered(String content, String usage) {
        try {
            ObjectNode completion =
                    (ObjectNode) JSON.readTree(content(content).build().getBody());
            completion.set("usage", JSON.readTree(usage));
            return body(completion.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The connection is refused until the next {@link #answers}. */
    static void refuseConnections() {
        int port = server.port();
        server.stop();
        server = server(port);
    }

    static List<LoggedRequest> requests() {
        return server.findAll(postRequestedFor(urlEqualTo(PATH)));
    }

    static JsonNode request(int index) {
        try {
            return JSON.readTree(requests().get(index).getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The question of the only request. */
    static String question() {
        return request(0).at("/messages/1/content").asText();
    }
}
