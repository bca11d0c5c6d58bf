package io.capitune.notification.delivery;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.capitune.notification.Happenings;
import io.capitune.notification.Stubs;
import io.capitune.notification.letter.AddressedLetter;
import io.capitune.notification.letter.Letter;
import io.capitune.notification.letter.Recipient;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
@TestProfile(ResendTest.Configured.class)
class ResendTest {

    public static class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "capitune.local", "false",
                    "capitune.mail.resend.api-key", "re_test",
                    "capitune.mail.from", "Capitune <bonjour@capitune.example>");
        }
    }

    private static final ResponseDefinitionBuilder ACCEPTED = okJson("{\"id\":\"49a3999c-0ce1-4ea6\"}");

    WireMock resend;

    @Inject
    Happenings happenings;

    @Inject
    Mails mails;

    @Inject
    WayOut wayOut;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void forget() {
        resend.resetMappings();
        resend.resetRequests();
        breakers.resetAll();
    }

    @Test
    void mailIsSentAsResendWantsIt() {
        resend.register(post("/emails").willReturn(ACCEPTED));
        var address = happenings.newAddress();

        var id = happenings.signInRequested(address, "en");

        happenings.awaitEvent(id, "done");
        resend.verifyThat(
                1,
                postRequestedFor(urlEqualTo("/emails"))
                        .withHeader("Authorization", equalTo("Bearer re_test"))
                        .withHeader("Content-Type", containing("application/json"))
                        .withHeader("Idempotency-Key", equalTo(id))
                        .withRequestBody(matchingJsonPath("$.from", equalTo("Capitune <bonjour@capitune.example>")))
                        .withRequestBody(matchingJsonPath("$.to[0]", equalTo(address)))
                        .withRequestBody(matchingJsonPath("$.subject", equalTo("Your sign-in link")))
                        .withRequestBody(matchingJsonPath("$.text", containing("012345")))
                        .withRequestBody(matchingJsonPath("$.html", containing("012345"))));
    }

    @Test
    void secretsAreBlankedOnceSent() {
        resend.register(post("/emails").willReturn(ACCEPTED));

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        var event = happenings.awaitEvent(id, "done");
        assertThat(event.get("sealed")).isNull();
        assertThat(happenings.mail(id).get("sealed")).isNull();
        assertThat(happenings.mail(id).getString("status")).isEqualTo("sent");
        assertThat(happenings.mail(id).toJson()).doesNotContain("012345", "token=");
    }

    @Test
    void letterRestsSealedUntilSent() {
        resend.register(post("/emails").willReturn(aResponse().withStatus(503).withHeader("Retry-After", "600")));

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        awaitRequests(id, 1);
        assertThat(happenings.mail(id).toJson())
                .contains("\"status\": \"waiting\"")
                .doesNotContain("012345", "token=");
    }

    @Test
    void rateLimitIsWaitedForAsAsked() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "2"), ACCEPTED);

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        happenings.awaitEvent(id, "done");
        var times =
                requests(id).stream().map(LoggedRequest::getLoggedDate).sorted().toList();
        assertThat(times).hasSize(2);
        assertThat(Duration.between(times.get(0).toInstant(), times.get(1).toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1900));
    }

    @Test
    void errorOfTheProviderIsTriedAgainWithTheSameKeyAndBody() {
        answers(aResponse().withStatus(500), ACCEPTED);

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        happenings.awaitEvent(id, "done");
        assertThat(requests(id)).hasSize(2);
        assertThat(requests(id).stream().map(LoggedRequest::getBodyAsString).distinct())
                .hasSize(1);
    }

    @Test
    void slowAnswerIsTriedAgainWithTheSameKey() {
        answers(aResponse().withStatus(200).withFixedDelay(3000), ACCEPTED);

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        happenings.awaitEvent(id, "done");
        assertThat(requests(id)).hasSize(2);
    }

    @Test
    void brokenConnectionIsTriedAgainAtOnce() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), ACCEPTED);

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        happenings.awaitEvent(id, "done");
        assertThat(happenings.event(id).getInteger("attempts")).isEqualTo(1);
    }

    @Test
    void ownFirstTryStillUnderWayIsWaitedFor() {
        answers(
                aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"statusCode\":409,\"name\":\"concurrent_idempotent_requests\",\"message\":\"…\"}"),
                ACCEPTED);

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        happenings.awaitEvent(id, "done");
        assertThat(requests(id)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void refusedMailFailsAndIsForgotten(int status) {
        resend.register(post("/emails").willReturn(aResponse().withStatus(status)));

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        var event = happenings.awaitEvent(id, "failed");
        assertThat(event.getString("reason")).isEqualTo("PROVIDER_" + status);
        assertThat(event.get("sealed")).isNull();
        assertThat(requests(id)).hasSize(1);
        assertThat(happenings.mail(id).get("sealed")).isNull();
        assertThat(happenings.mail(id).getString("status")).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusedKeyLosesNoMail(int status) {
        answers(aResponse().withStatus(status), ACCEPTED);

        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        happenings.awaitEvent(id, "done");
        assertThat(requests(id)).hasSize(2);
        assertThat(RestAssured.given().get("/q/metrics").asString())
                .contains("capitune_mail_provider_refusals_total{provider=\"resend\"");
    }

    @Test
    void crashBetweenSendingAndNotingItSendsTheSameKeyAndBody() {
        resend.register(post("/emails").willReturn(ACCEPTED));
        var address = happenings.newAddress();
        var id = "crash-" + address.substring(0, 12);
        var letter = new AddressedLetter(new Recipient(address), new Letter("Objet", "texte", "<p>texte</p>"));
        var mail = mails.add(id, "sign-in", letter);
        wayOut.send(new OutgoingMail(id, wayOut.from(), mail.to(), letter.letter()));

        happenings.signInRequested(id, address, "fr", java.time.Instant.now());

        happenings.awaitEvent(id, "done");
        assertThat(requests(id)).hasSize(2);
        assertThat(requests(id).stream().map(LoggedRequest::getBodyAsString).distinct())
                .hasSize(1);
        assertThat(happenings.mailsTo(address)).isEqualTo(1);
    }

    @Test
    void eventDeliveredTwiceIsOneMail() {
        resend.register(post("/emails").willReturn(ACCEPTED));
        var id = happenings.signInRequested(happenings.newAddress(), "fr");
        happenings.awaitEvent(id, "done");

        happenings.deliverAgain(id);

        happenings.awaitEvent(id, "done");
        assertThat(requests(id)).hasSize(1);
    }

    @Test
    void crashBetweenGivingUpAndNotingItFailsTheEventAllTheSame() {
        resend.register(post("/emails").willReturn(aResponse().withStatus(422)));
        var id = happenings.signInRequested(happenings.newAddress(), "fr");
        happenings.awaitEvent(id, "failed");

        happenings.deliverAgain(id);

        assertThat(happenings.awaitEvent(id, "failed").getString("reason")).isEqualTo("GIVEN_UP");
        assertThat(requests(id)).hasSize(1);
    }

    @Test
    void mailboxIsAbsentOutsideLocalMode() {
        RestAssured.given().get("/dev/mail").then().statusCode(404);
        RestAssured.given().get("/dev/mail/api/messages").then().statusCode(404);
    }

    @Test
    void metricsCountByResultProviderAndKind() {
        resend.register(post("/emails").willReturn(ACCEPTED));
        happenings.awaitEvent(happenings.signInRequested(happenings.newAddress(), "fr"), "done");

        var metrics = RestAssured.given().get("/q/metrics").asString();

        assertThat(metrics.lines())
                .anyMatch(line -> line.startsWith("capitune_mails_total{")
                        && line.contains("result=\"sent\"")
                        && line.contains("provider=\"resend\"")
                        && line.contains("kind=\"sign-in\""))
                .anyMatch(line -> line.startsWith("capitune_events_lag_seconds"));
    }

    @Test
    void readinessTellsOfProviderAndDatabase() {
        var health = RestAssured.given().get("/q/health/ready");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.asString()).contains("\"provider\": \"resend\"", "\"breaker\": \"CLOSED\"", "MongoDB");
    }

    private void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        resend.register(post("/emails")
                .inScenario("two")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("then"));
        resend.register(
                post("/emails").inScenario("two").whenScenarioStateIs("then").willReturn(then));
        resend.resetScenarios();
    }

    private java.util.List<LoggedRequest> requests(String key) {
        return resend.find(postRequestedFor(urlEqualTo("/emails")).withHeader("Idempotency-Key", equalTo(key)));
    }

    private void awaitRequests(String key, int count) {
        Awaitility.await().until(() -> requests(key).size() >= count);
    }
}
