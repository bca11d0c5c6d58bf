package io.capitune.auth.session;

import java.time.Duration;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.People;
import io.capitune.platform.testing.MongoResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@AuthTest
class OutageTest {

    private static final String CHECK = "/internal/session";

    @Inject
    Mails mails;

    @Inject
    People people;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void withoutMongoDbKnownSessionsGoOnAndUnknownOnesAreNotSignedOut() {
        var known = new Browser().signIn(mails, "known-here@exemple.fr");
        assertThat(known.token()).isNotEmpty();
        var unknown = new Browser();
        unknown.plant("session", "B".repeat(43));

        MongoResource.outage();
        try {
            clock.forward(Duration.ofMinutes(2));
            assertThat(known.token()).startsWith("Bearer ");
            assertThat(new Browser().get(CHECK).statusCode()).isEqualTo(200);

            var asProgram = unknown.get(CHECK);
            assertThat(asProgram.statusCode()).isEqualTo(503);
            assertThat(asProgram.body()).contains("\"code\":\"UNAVAILABLE\"");
            var asPerson = unknown.with("Accept", "text/html,*/*").get(CHECK);
            assertThat(asPerson.statusCode()).isEqualTo(503);
            assertThat(asPerson.body()).startsWith("<!doctype html>");

            assertThat(new Browser().get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
            assertThat(new Browser().get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(new Browser().get("/q/health/live").statusCode()).isEqualTo(200);
            assertThat(new Browser()
                            .postJson("/api/auth/signin/email", "{\"email\":\"x@exemple.fr\"}")
                            .statusCode())
                    .isEqualTo(503);
        } finally {
            MongoResource.backAgain();
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(unknown.get(CHECK).statusCode()).isEqualTo(200));
        assertThat(known.token()).startsWith("Bearer ");
    }

    @Test
    void whenTheOutageLastsRequestsDoNotEachWaitForIt() {
        people.withPassword("refreshing@exemple.fr");
        var program = new Browser();
        var pair = new JsonObject(
                program.login("refreshing@exemple.fr", People.PASSWORD).body());
        var unknown = new Browser();
        unknown.plant("session", "C".repeat(43));

        MongoResource.outage();
        try {
            for (var i = 0; i < 5; i++) {
                assertThat(unknown.get(CHECK).statusCode()).isEqualTo(503);
            }
            // The breaker is open by now: of twenty requests at most the odd probe may wait.
            var begin = System.nanoTime();
            for (var i = 0; i < 20; i++) {
                assertThat(unknown.get(CHECK).statusCode()).isEqualTo(503);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        } finally {
            MongoResource.backAgain();
        }
        // The breaker is open for a moment longer.
        var refresh = new JsonObject().put("refreshToken", pair.getString("refreshToken"));
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> program.postJson("/api/auth/refresh", refresh.encode())
                                .statusCode(),
                        status -> {
                            assertThat(status).isIn(200, 503);
                            return status == 200;
                        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(unknown.get(CHECK).statusCode()).isEqualTo(200));
    }
}
