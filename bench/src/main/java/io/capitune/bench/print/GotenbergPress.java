package io.capitune.bench.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A Gotenberg 8 over HTTP, asked for the PDF that the bare tab makes: CSS page size, background, tags, outline. */
final class GotenbergPress implements Press {

    private static final String BOUNDARY = "----capitune-bench";
    private static final Map<String, String> OPTIONS = Map.of(
            "preferCssPageSize", "true",
            "printBackground", "true",
            "generateTaggedPdf", "true",
            "generateDocumentOutline", "true");

    private final HttpClient client;
    private final URI route;

    /** @param url where Gotenberg listens, without a path */
    GotenbergPress(String url) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.route = URI.create(url.replaceFirst("/$", "") + "/forms/chromium/convert/html");
    }

    @Override
    public byte[] print(String html) {
        var request = HttpRequest.newBuilder(route)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(form(html), StandardCharsets.UTF_8))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Gotenberg answered " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(route + ": " + e, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String form(String html) {
        var form = new StringBuilder();
        part(form, "name=\"files\"; filename=\"index.html\"\r\nContent-Type: text/html", html);
        OPTIONS.forEach((name, value) -> part(form, "name=\"" + name + "\"", value));
        return form.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static void part(StringBuilder form, String head, String body) {
        form.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; ")
                .append(head);
        form.append("\r\n\r\n").append(body).append("\r\n");
    }

    @Override
    public void close() {
        client.close();
    }
}
