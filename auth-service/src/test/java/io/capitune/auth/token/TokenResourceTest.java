package io.capitune.auth.token;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.DatabaseCommands;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class TokenResourceTest {

    private static final String SECRET = "s3cret+for/tests=";
    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    @Inject
    DatabaseCommands commands;

    @Inject
    MeterRegistry metrics;

    @Test
    void serviceGetsATokenByPostedSecret() {
        var response = post(new Browser(), "pdf-worker", SECRET);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        var body = new JsonObject(response.body());
        assertThat(body.getString("token_type")).isEqualTo("Bearer");
        assertThat(body.getInteger("expires_in")).isEqualTo(300);
        var claims = Claims.of(body.getString("access_token"));
        assertThat(claims.getString("sub")).isEqualTo("pdf-worker");
        assertThat(claims.getJsonArray("roles")).containsExactly("service");
    }

    @Test
    void serviceGetsATokenByBasicAuthentication() {
        var response = new Browser()
                .with("Authorization", basic("pdf-worker:s3cret%2Bfor%2Ftests%3D"))
                .postForm("/api/auth/token", GRANT);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void wrongUnknownAndDisabledClientsGetTheSameRefusal() {
        var wrong = post(new Browser(), "pdf-worker", "guess");
        var unknown = post(new Browser(), "mallory", SECRET);
        var disabled = post(new Browser(), "render-service", "");
        var twice = new Browser().with("Authorization", basic("pdf-worker:" + SECRET));

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(disabled.statusCode()).isEqualTo(401);
        assertThat(post(twice, "pdf-worker", SECRET).statusCode()).isEqualTo(401);
        assertThat(new Browser()
                        .with("Authorization", "Basic %%%")
                        .postForm("/api/auth/token", GRANT)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void networkThatKeepsGuessingIsShutOutAndOurServicesAreNot() {
        var guesser = new Browser();
        for (var i = 0; i < 30; i++) {
            assertThat(post(guesser, "pdf-worker", "guess" + i).statusCode()).isEqualTo(401);
        }

        var refused = post(guesser, "pdf-worker", "guess");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 601L);
        var before = commands.of(() ->
                assertThat(post(guesser, "pdf-worker", SECRET).statusCode()).isEqualTo(429));
        assertThat(before).isEmpty();
        assertThat(post(new Browser(), "pdf-worker", SECRET).statusCode()).isEqualTo(200);
        assertThat(metrics.counter("capitune.tokens.refused", "reason", "invalid_client")
                        .count())
                .isGreaterThanOrEqualTo(30);
        assertThat(metrics.counter("capitune.tokens.refused", "reason", "too_many")
                        .count())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void serviceWithItsSecretPassesWhateverOthersTryOnItsMachine() {
        var service = new Browser().without("X-Forwarded-For");
        for (var i = 0; i < 31; i++) {
            post(new Browser().with("X-Forwarded-For", "127.0.0.1"), "pdf-worker", "guess");
        }
        assertThat(post(service, "pdf-worker", "guess").statusCode()).isEqualTo(429);

        var work = commands.of(() ->
                assertThat(post(service, "pdf-worker", SECRET).statusCode()).isEqualTo(200));

        assertThat(work).isEmpty();
    }

    @Test
    void otherGrantsAreNotSupported() {
        var password = new Browser()
                .postForm(
                        "/api/auth/token",
                        Map.of("grant_type", "password", "client_id", "pdf-worker", "client_secret", SECRET));
        assertThat(password.statusCode()).isEqualTo(400);
        assertThat(password.body()).contains("unsupported_grant_type");
        var none =
                new Browser().postForm("/api/auth/token", Map.of("client_id", "pdf-worker", "client_secret", SECRET));
        assertThat(none.body()).contains("invalid_request");
    }

    @Test
    void keysArePublishedWithoutTheirPrivatePart() {
        var response = new Browser().get("/.well-known/jwks.json");
        var key = new JsonObject(response.body()).getJsonArray("keys").getJsonObject(0);
        assertThat(key.fieldNames()).containsExactlyInAnyOrder("kty", "crv", "kid", "use", "alg", "x", "y");
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age");
    }

    @Test
    void discoveryNamesWhatThereIs() {
        var metadata = new JsonObject(
                new Browser().get("/.well-known/openid-configuration").body());
        assertThat(metadata.getString("issuer")).isEqualTo("http://localhost:8080");
        assertThat(metadata.getString("jwks_uri")).isEqualTo("http://localhost:8080/.well-known/jwks.json");
        assertThat(metadata.getString("token_endpoint")).isEqualTo("http://localhost:8080/api/auth/token");
    }

    private static HttpResponse<String> post(Browser browser, String id, String secret) {
        return browser.postForm(
                "/api/auth/token",
                Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
