package io.capitune.auth.credential;

import java.net.http.HttpResponse;
import java.time.Duration;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Crowd;
import io.capitune.auth.MovableClock;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** Tokens of API clients: short ones, and those that refresh them, each once. */
@QuarkusTest
@AuthTest
class RefreshTest {

    @Inject
    People people;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void refreshTokenGivesTheNextPairOfTheSameSession() {
        var first = signedIn("refresh@refresh.exemple.fr");
        var next = pair(refresh(first.refreshToken()));
        assertThat(next.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(sid(next)).isEqualTo(sid(first));
        assertThat(checked(next.token())).isEqualTo(200);
    }

    @Test
    void ofAHundredUsesAtOnceExactlyOneSucceedsAndTheSessionGoesOn() {
        var first = signedIn("hundred@refresh.exemple.fr");
        var statuses = Crowd.atOnce(100, () -> refresh(first.refreshToken()).statusCode());
        assertThat(statuses).hasSize(100).containsOnlyOnce(200);
        assertThat(checked(first.token())).isEqualTo(200);
    }

    @Test
    void tokenThatIsUsedAgainLaterWasStolenAndEndsTheSession() {
        var first = signedIn("stolen@refresh.exemple.fr");
        var next = pair(refresh(first.refreshToken()));

        assertThat(refresh(first.refreshToken()).statusCode()).isEqualTo(401);
        assertThat(checked(next.token())).as("within the grace").isEqualTo(200);

        clock.forward(Duration.ofSeconds(11));
        assertThat(refresh(first.refreshToken()).statusCode()).isEqualTo(401);
        clock.forward(Duration.ofSeconds(4));
        assertThat(checked(next.token())).isEqualTo(401);
        assertThat(refresh(next.refreshToken()).statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionOfTheToken() {
        var tokens = signedIn("logout@refresh.exemple.fr");
        new Browser().with("Authorization", "Bearer " + tokens.token()).postJson("/api/auth/logout", "{}");
        assertThat(checked(tokens.token())).isEqualTo(401);
        assertThat(refresh(tokens.refreshToken()).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertThat(refresh("").statusCode()).isEqualTo(401);
        assertThat(refresh("x".repeat(43)).statusCode()).isEqualTo(401);
        assertThat(new Browser().postJson("/api/auth/refresh", "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void accountWithAnAppWantsItsCode() {
        signedIn("app@refresh.exemple.fr");
        var app = people.withApp("app@refresh.exemple.fr");
        var without = login("app@refresh.exemple.fr", null);
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).contains("SECOND_FACTOR_REQUIRED");
        assertThat(login("app@refresh.exemple.fr", "000000").body()).contains("SECOND_FACTOR_WRONG");
        assertThat(login("app@refresh.exemple.fr", app.code()).statusCode()).isEqualTo(200);
    }

    private ApiTokens signedIn(String email) {
        people.withPassword(email);
        return pair(login(email, null));
    }

    private static HttpResponse<String> login(String email, String otp) {
        var body =
                new JsonObject().put("email", email).put("password", PASSWORD).put("otp", otp);
        return new Browser().postJson("/api/auth/login", body.encode());
    }

    private static HttpResponse<String> refresh(String token) {
        return new Browser()
                .postJson(
                        "/api/auth/refresh",
                        new JsonObject().put("refreshToken", token).encode());
    }

    private static ApiTokens pair(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var body = new JsonObject(answer.body());
        return new ApiTokens(body.getString("token"), body.getString("refreshToken"));
    }

    private static String sid(ApiTokens tokens) {
        return Claims.of("Bearer " + tokens.token()).getString("sid");
    }

    private static int checked(String token) {
        return new Browser()
                .with("Authorization", "Bearer " + token)
                .get("/internal/session")
                .statusCode();
    }
}
