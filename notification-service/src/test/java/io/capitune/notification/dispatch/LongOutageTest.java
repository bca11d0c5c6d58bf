package io.capitune.notification.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.capitune.notification.Happenings;
import io.capitune.notification.Stubs;
import io.capitune.platform.testing.MovableClock;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

/** Days in which no mail goes out: a key that was revoked, an auth-service that is away over night. */
@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
@TestProfile(LongOutageTest.Configured.class)
class LongOutageTest {

    private static final int MANY = 1000;

    private static final Duration ALMOST_TOO_LONG = Duration.ofDays(3).minusHours(1);

    public static class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "capitune.local", "false",
                    "capitune.mail.resend.api-key", "re_test",
                    "capitune.mail.longest-backoff", "100ms",
                    "capitune.mail.breaker-delay", "50ms",
                    "capitune.mail.from", "Capitune <bonjour@capitune.example>");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Movable.class);
        }
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Movable extends MovableClock {}

    WireMock stubs;

    @Inject
    Happenings happenings;

    @Inject
    Movable clock;

    @Inject
    CircuitBreakerMaintenance breakers;

    private String address;

    @BeforeEach
    void allIsWell() {
        clock.reset();
        breakers.resetAll();
        stubs.resetMappings();
        stubs.resetRequests();
        address = happenings.newAddress();
        authKnowsTheAccount();
    }

    @Test
    void aKeyThatIsRefusedForDaysLosesNoMail() {
        resendAnswers(aResponse().withStatus(401));
        var id = happenings.cvDone("job-1", "u1", "A", "B");
        awaitTries(id, 1);
        happenings.tried(id, MANY);
        clock.forward(ALMOST_TOO_LONG);
        awaitTries(id, MANY + 2);
        assertThat(happenings.mail(id).getString("status")).isEqualTo("waiting");

        resendAnswers(okJson("{\"id\":\"49a3999c-0ce1-4ea6\"}"));

        happenings.awaitEvent(id, "done");
        assertThat(happenings.mail(id).getString("status")).isEqualTo("sent");
        assertThat(accepted(id)).isEqualTo(1);
    }

    @Test
    void anAuthServiceThatIsAwayOverNightLosesNoMail() {
        authAnswers(aResponse().withStatus(503));
        resendAnswers(okJson("{\"id\":\"49a3999c-0ce1-4ea6\"}"));
        var id = happenings.cvDone("job-1", "u1", "A", "B");
        awaitTries(id, 1);
        happenings.tried(id, MANY);
        clock.forward(Duration.ofHours(12));
        awaitTries(id, MANY + 2);

        authKnowsTheAccount();

        happenings.awaitEvent(id, "done");
        assertThat(accepted(id)).isEqualTo(1);
    }

    @Test
    void anEventThatGrewTooOldIsGivenUpWithItsReason() {
        var failed = failures();
        resendAnswers(aResponse().withStatus(401));
        var id = happenings.cvDone("job-1", "u1", "A", "B");
        awaitTries(id, 2);

        clock.forward(Duration.ofDays(3));

        assertThat(happenings.awaitEvent(id, "failed").getString("reason")).isIn("PROVIDER_401", "PROVIDER_SPARED");
        assertThat(happenings.mail(id).getString("status")).isEqualTo("failed");
        assertThat(happenings.mail(id).get("sealed")).isNull();
        assertThat(failures()).isEqualTo(failed + 1);
    }

    @Test
    void aSignInEndsWithItsLink() {
        resendAnswers(aResponse().withStatus(401));
        var id = happenings.signInRequested(address, "fr");
        awaitTries(id, 2);

        clock.forward(Duration.ofMinutes(11));

        assertThat(happenings.awaitEvent(id, "failed").getString("reason")).isEqualTo("SIGN_IN_EXPIRED");
    }

    private void authKnowsTheAccount() {
        authAnswers(okJson("""
                {"id":"u1","email":"%s","locale":"en","roles":["candidate"]}""".formatted(address)));
    }

    private void authAnswers(ResponseDefinitionBuilder answer) {
        stubs.register(get("/internal/users/u1").willReturn(answer));
    }

    private void resendAnswers(ResponseDefinitionBuilder answer) {
        stubs.register(post("/emails").willReturn(answer));
    }

    private void awaitTries(String id, int tries) {
        Awaitility.await("tries")
                .atMost(Duration.ofSeconds(20))
                .until(() -> happenings.event(id).getInteger("attempts") >= tries);
    }

    private long accepted(String id) {
        return stubs.getServeEvents().stream()
                .filter(event -> id.equals(event.getRequest().getHeader("Idempotency-Key")))
                .filter(event -> event.getResponse().getStatus() == 200)
                .count();
    }

    private static double failures() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("capitune_mails_total{")
                        && line.contains("result=\"failed\"")
                        && line.contains("kind=\"cv-ready\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
