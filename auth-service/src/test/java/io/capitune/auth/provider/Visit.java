package io.capitune.auth.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.capitune.auth.Browser;

/** A browser's visit to a provider: begun here, answered there, not yet brought back. */
final class Visit {

    private static final String HERE = "http://localhost:8080";
    private static final Pattern LINK = Pattern.compile("href=\"(https?://[^\"]+)\"");

    private final Browser browser;
    private final URI target;

    private Visit(Browser browser, URI target) {
        this.browser = browser;
        this.target = target;
    }

    /** Presses the provider's button. */
    static Visit begin(Browser browser, String provider, Map<String, String> form) {
        var page = browser.postForm("/login/with/" + provider, form);
        if (page.statusCode() != 200) {
            throw new AssertionError("the button answered " + page.statusCode() + "\n" + page.body());
        }
        var link = LINK.matcher(page.body());
        if (!link.find()) {
            throw new AssertionError("no way to the provider in\n" + page.body());
        }
        return new Visit(browser, URI.create(link.group(1).replace("&amp;", "&")));
    }

    static Visit begin(Browser browser, String provider) {
        return begin(browser, provider, Map.of("next", "/cv"));
    }

    /** The address that the browser is sent to. */
    URI target() {
        return target;
    }

    /** The query parameters of that address. */
    Map<String, String> asked() {
        return Stream.of(target.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** Says who one is at a real provider; the path that it then sends the browser to. */
    String as(String subject, String email, String verified) {
        var form = new HashMap<>(Map.of("sub", subject));
        if (email != null) {
            form.put("email", email);
        }
        if (verified != null) {
            form.put("verified", verified);
        }
        return answer(form);
    }

    String refusing() {
        return answer(Map.of("refuse", "yes"));
    }

    /** Comes back as that person. */
    HttpResponse<String> backAs(String subject, String email, String verified) {
        return browser.get(as(subject, email, verified));
    }

    private String answer(Map<String, String> form) {
        try (var http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var page = location(http, target, HttpRequest.newBuilder(target));
            var body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            var at = location(
                    http,
                    page,
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
            while (!at.toString().startsWith(HERE)) {
                at = location(http, at, HttpRequest.newBuilder(at));
            }
            return at.getRawPath() + "?" + at.getRawQuery();
        }
    }

    private static URI location(HttpClient http, URI from, HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return response.headers()
                    .firstValue("Location")
                    .map(from::resolve)
                    .orElseThrow(() ->
                            new AssertionError(from + " answered " + response.statusCode() + "\n" + response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
