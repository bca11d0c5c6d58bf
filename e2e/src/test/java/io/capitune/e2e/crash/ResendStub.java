package io.capitune.e2e.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mail;

/**
 * Resend as its clients see it, with its faults: a mail is accepted once for each {@code Idempotency-Key}, the same request
 * comes back with the same id, another one under its key is 409
 * (<a href="https://resend.com/docs/dashboard/emails/idempotency-keys">idempotency keys</a>).
 */
final class ResendStub implements AutoCloseable {

    static final String API_KEY = "re_crash";

    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final List<String> objections = new CopyOnWriteArrayList<>();
    private final Ill ill = new Ill();
    private final LoopbackServer server = new LoopbackServer(this::handle);

    /** A mail that Resend has taken and will deliver. */
    record Accepted(String id, String key, String to, Mail mail, String body) {}

    String address() {
        return server.address();
    }

    Ill ill() {
        return ill;
    }

    /** What was accepted for an address, with that subject. */
    List<Accepted> accepted(String to, String subject) {
        return accepted.values().stream()
                .filter(mail -> mail.to().equals(to) && mail.mail().subject().equals(subject))
                .toList();
    }

    /** How often a mail was offered, by its key. */
    int tries(String key) {
        return tries.getOrDefault(key, 0);
    }

    /** What a well-made client never does, in words. */
    List<String> objections() {
        return List.copyOf(objections);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (!("Bearer " + API_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization")) || key == null) {
            objections.add("without authorization or Idempotency-Key: "
                    + exchange.getRequestHeaders().keySet());
            answer(exchange, 401, "{\"statusCode\":401,\"name\":\"missing_api_key\"}");
            return;
        }
        tries.merge(key, 1, Integer::sum);
        if (!underWay.add(key)) {
            answer(exchange, 409, "{\"statusCode\":409,\"name\":\"concurrent_idempotent_requests\"}");
            return;
        }
        try {
            handle(exchange, key, body);
        } finally {
            underWay.remove(key);
        }
    }

    private void handle(HttpExchange exchange, String key, String body) throws IOException {
        switch (ill.meets(any -> true)) {
            case MAIL_LIMITED -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, "{\"statusCode\":429,\"name\":\"rate_limit_exceeded\"}");
            }
            case MAIL_BROKEN -> answer(exchange, 500, "{\"statusCode\":500,\"name\":\"internal_server_error\"}");
            case MAIL_CUT -> exchange.close();
            case MAIL_SILENT -> ill.awaitWell();
            case MAIL_ACCEPTED_BROKEN -> {
                accept(key, body);
                answer(exchange, 500, "{\"statusCode\":500,\"name\":\"internal_server_error\"}");
            }
            case MAIL_ACCEPTED_CUT -> {
                accept(key, body);
                exchange.close();
            }
            case MAIL_ACCEPTED_SILENT -> {
                accept(key, body);
                ill.awaitWell();
            }
            case null, default -> answerWell(exchange, accept(key, body), body);
        }
    }

    private void answerWell(HttpExchange exchange, Accepted mail, String body) throws IOException {
        if (mail.body().equals(body)) {
            answer(exchange, 200, "{\"id\":\"" + mail.id() + "\"}");
        } else {
            answer(exchange, 409, "{\"statusCode\":409,\"name\":\"invalid_idempotent_request\"}");
        }
    }

    private Accepted accept(String key, String body) {
        var mail = accepted.computeIfAbsent(key, it -> read(it, body));
        if (!mail.body().equals(body)) {
            objections.add("another mail under the key " + key);
        }
        return mail;
    }

    private static Accepted read(String key, String body) {
        JsonNode json = Json.read(body);
        var mail = new Mail(
                json.get("subject").asText(),
                json.get("text").asText(),
                json.get("html").asText());
        return new Accepted(
                UUID.randomUUID().toString(), key, json.get("to").get(0).asText(), mail, body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        ill.recover();
        server.close();
    }
}
