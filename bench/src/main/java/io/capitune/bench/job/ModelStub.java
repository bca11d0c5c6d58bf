package io.capitune.bench.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A language model that takes its time: it speaks {@code POST /v1/chat/completions} with usage, and rewrites every line of the
 * question by its full stop alone, which the truth guard has to judge and lets pass.
 */
final class ModelStub implements AutoCloseable {

    static final String NAME = "stub";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAITING_CONNECTIONS = 1024;

    private final HttpServer server;
    private final Duration latency;
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    ModelStub(Duration latency) throws IOException {
        this.latency = latency;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING_CONNECTIONS);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** What {@code CAPITUNE_OPENAI_BASE_URL} is to be. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The most calls that were being answered at the same time. */
    int mostAtOnce() {
        return most.get();
    }

    int calls() {
        return calls.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Thread.sleep(latency);
            var body = completion(request).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            now.decrementAndGet();
        }
    }

    private static String completion(JsonNode request) throws IOException {
        var question = JSON.readTree(request.at("/messages/1/content").asText());
        var content = rewrite(question);
        var completion = JSON.createObjectNode().put("id", "chatcmpl-1").put("object", "chat.completion");
        completion.put("model", NAME);
        var choice = completion.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content);
        completion
                .putObject("usage")
                .put("prompt_tokens", 1000)
                .put("completion_tokens", 300)
                .put("total_tokens", 1300);
        return completion.toString();
    }

    private static String rewrite(JsonNode question) {
        var answer = JSON.createObjectNode();
        var lines = answer.putArray("lines");
        question.path("entries")
                .forEach(entry -> entry.path("lines")
                        .forEach(line -> lines.addObject()
                                .put("id", line.path("id").asText())
                                .put("text", otherStop(line.path("text").asText()))));
        answer.put("summary", question.path("summary").asText(""));
        answer.putArray("skillOrder");
        return answer.toString();
    }

    private static String otherStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text + ".";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
