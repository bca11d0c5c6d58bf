package io.capitune.platform.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import io.capitune.platform.error.Problem;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class BodyLimitTest {

    private static final int LIMIT = 64 * 1024;
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource("/")
    URI address;

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 3_000_000, 6_000_000})
    void announcedUploadOfAPersonIsAnsweredWithAPageInTheirLanguage(int size) throws Exception {
        assertPage(post("open/form", FORM, BodyPublishers.ofString(form(size))));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 3_000_000})
    void unannouncedUploadOfAPersonIsAnsweredWithAPage(int size) throws Exception {
        assertPage(post("open/form", FORM, chunked(form(size))));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 3_000_000})
    void unannouncedBodyOfAProgramIsAnsweredWithAProblem(int size) throws Exception {
        var answer = post("api/greetings", JSON, chunked(json("x".repeat(size))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains("\"code\":\"TOO_LARGE\"");
    }

    @Test
    void unannouncedBodyWithinTheLimitArrivesWhole() throws Exception {
        assertThat(post("api/greetings", JSON, chunked(json("é".repeat(20_000))))
                        .body())
                .isEqualTo(json("é".repeat(20_000)));
        assertThat(post("open/form", FORM, chunked(("text=" + "x".repeat(2_000) + "&").repeat(30)))
                        .body())
                .isEqualTo("received 60000");
    }

    private static void assertPage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.body()).isEqualTo("<h1>413 TOO_LARGE en</h1>");
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + TestTokens.user("u1", "candidate"))
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .POST(body)
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static BodyPublisher chunked(String text) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String form(int size) {
        return "text=" + "x".repeat(size - 5);
    }

    private static String json(String name) {
        return "{\"name\":\"" + name + "\",\"times\":1}";
    }
}
