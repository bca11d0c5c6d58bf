package io.capitune.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.ConfigProvider;

/** A browser of its own, behind a network address of its own, that keeps cookies and follows no redirect. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();

    public Browser() {
        var number = COUNT.incrementAndGet();
        headers.put("X-Forwarded-For", "198.51.%d.%d".formatted(number / 250, number % 250));
    }

    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Browser without(String header) {
        headers.remove(header);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public HttpResponse<String> head(String path) {
        return send("HEAD", path, null, BodyPublishers.noBody());
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    public HttpResponse<String> patchJson(String path, String json) {
        return send("PATCH", path, "application/json", BodyPublishers.ofString(json));
    }

    public HttpResponse<String> postForm(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    public void plant(String name, String value) {
        cookies.put(name, value);
    }

    /** Asks for a mail and opens its link: signed in from here on. */
    public Browser signIn(Mails mails, String email) {
        postJson("/api/auth/signin/email", "{\"email\":\"" + email + "\"}");
        var response = get(mails.latest(email).path());
        if (response.statusCode() != 303) {
            throw new AssertionError("sign-in answered " + response.statusCode());
        }
        return this;
    }

    /** Signs in by API, as programs do. */
    public HttpResponse<String> login(String email, String password) {
        var body = new JsonObject().put("email", email).put("password", password);
        return postJson("/api/auth/login", body.encode());
    }

    /** Chooses the first password of the account that it is signed in to, behind the gateway. */
    public void choosePassword(String password) {
        var response = postJson(
                "/api/auth/change-password",
                new JsonObject().put("password", password).encode());
        if (response.statusCode() != 204) {
            throw new AssertionError("the choice of a password answered " + response.statusCode());
        }
    }

    /** The token that the gateway would hand on; empty for a visitor. */
    public String token() {
        return get("/internal/session").headers().firstValue("Authorization").orElse("");
    }

    /** Where a response leads; empty where it leads nowhere. */
    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(String method, String path, String contentType, HttpRequest.BodyPublisher body) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1].replace("\"", ""));
        }
    }
}
