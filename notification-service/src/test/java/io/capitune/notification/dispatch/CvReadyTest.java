package io.capitune.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.capitune.notification.Happenings;
import io.capitune.notification.Stubs;
import io.capitune.platform.testing.MongoResource;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
class CvReadyTest {

    WireMock auth;

    @Inject
    Happenings happenings;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void forget() {
        auth.resetMappings();
        auth.resetRequests();
        breakers.resetAll();
    }

    @Test
    void ownerGetsTheLinkInTheirLanguage() {
        var address = happenings.newAddress();
        auth.register(get("/internal/users/u1").willReturn(account(address, "en")));

        var id = happenings.cvDone("job-1", "u1", "Camille Lefèvre", "Payroll officer");

        happenings.awaitEvent(id, "done");
        var mail = inbox(address);
        assertThat(mail.getString("[0].subject")).isEqualTo("Your CV is ready");
        assertThat(mail.getString("[0].text"))
                .contains("Hello Camille Lefèvre,", "“Payroll officer”", "http://localhost:8080/cv/job-1\n");
        auth.verifyThat(
                1,
                getRequestedFor(urlEqualTo("/internal/users/u1")).withHeader("Authorization", matching("Bearer .+")));
    }

    @Test
    void nameAndTitleCannotReachTheHeaders() {
        var address = happenings.newAddress();
        auth.register(get("/internal/users/u1").willReturn(account(address, "fr")));

        var id = happenings.cvDone("job-1", "u1", "A\r\nBcc: b@example.org", "T\r\nBcc: b@example.org");

        happenings.awaitEvent(id, "done");
        assertThat(inbox(address).getString("[0].subject")).isEqualTo("Votre CV est prêt");
        assertThat(inbox(address).getString("[0].to")).isEqualTo(address);
    }

    @Test
    void unknownOwnerFailsTheEvent() {
        auth.register(get("/internal/users/gone").willReturn(aResponse().withStatus(404)));

        var id = happenings.cvDone("job-1", "gone", "A", "B");

        assertThat(happenings.awaitEvent(id, "failed").getString("reason")).isEqualTo("USER_UNKNOWN");
    }

    @Test
    void addressThatIsNoAddressFailsTheEvent() {
        auth.register(get("/internal/users/u1").willReturn(account("a@example.org\\r\\nBcc: b@example.org", "fr")));

        var id = happenings.cvDone("job-1", "u1", "A", "B");

        assertThat(happenings.awaitEvent(id, "failed").getString("reason")).isEqualTo("ADDRESS_INVALID");
    }

    @Test
    void errorOfAuthServiceIsWaitedOut() {
        awaitMailAfter(aResponse().withStatus(500));
    }

    @Test
    void refusedTokenIsWaitedOut() {
        awaitMailAfter(aResponse().withStatus(401));
    }

    @Test
    void slowAuthServiceIsWaitedOut() {
        awaitMailAfter(aResponse().withStatus(200).withFixedDelay(3000));
    }

    @Test
    void garbageFromAuthServiceIsWaitedOut() {
        awaitMailAfter(okJson("<html>"));
    }

    @Test
    void expiredSignInIsNotSent() {
        var address = happenings.newAddress();

        var id = happenings.signInRequested(
                "old-" + address.substring(0, 12), address, "fr", Instant.now().minus(Duration.ofMinutes(11)));

        assertThat(happenings.awaitEvent(id, "failed").getString("reason")).isEqualTo("SIGN_IN_EXPIRED");
        assertThat(happenings.event(id).get("sealed")).isNull();
        assertThat(inbox(address).getList("$")).isEmpty();
    }

    @Test
    void signInIsSentAsLongAsItsContentSaysThatItIsGood() {
        var address = happenings.newAddress();
        var elevenMinutesAgo = Instant.now().minus(Duration.ofMinutes(11));

        var good = happenings.signInRequested(address, elevenMinutesAgo, 15);
        var over = happenings.signInRequested(address, Instant.now().minus(Duration.ofMinutes(6)), 5);

        happenings.awaitEvent(good, "done");
        assertThat(happenings.awaitEvent(over, "failed").getString("reason")).isEqualTo("SIGN_IN_EXPIRED");
        assertThat(happenings.mailsTo(address)).isEqualTo(1);
    }

    @Test
    void manyEventsAtOnceAreOneMailEach() {
        var address = happenings.newAddress();
        var ids = new ArrayList<String>();
        for (var i = 0; i < 60; i++) {
            ids.add(happenings.signInRequested(address, "fr"));
        }

        ids.forEach(id -> happenings.awaitEvent(id, "done"));

        assertThat(inbox(address).getList("id", String.class)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void outageOfMongoDbEndsAndMailGoesOn() {
        var address = happenings.newAddress();
        MongoResource.outage();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> RestAssured.get("/q/health/ready").statusCode() == 503);
        } finally {
            MongoResource.backAgain();
        }

        var id = happenings.signInRequested(address, "fr");

        happenings.awaitEvent(id, "done");
        assertThat(inbox(address).getList("id", String.class)).containsExactly(id);
    }

    @Test
    void outageThatKeepsAnOutcomeFromBeingWrittenDelaysTheMailByNoLease() throws InterruptedException {
        var address = happenings.newAddress();
        auth.register(
                get("/internal/users/u1").willReturn(account(address, "fr").withFixedDelay(1500)));
        var warned = new CountDownLatch(1);
        var log = Logger.getLogger(Dispatcher.class.getName());
        log.setFilter(entry -> {
            warned.countDown();
            return true;
        });
        var id = happenings.cvDone("job-1", "u1", "A", "B");
        Awaitility.await()
                .until(() -> !auth.find(getRequestedFor(urlEqualTo("/internal/users/u1")))
                        .isEmpty());
        MongoResource.outage();
        try {
            assertThat(warned.await(20, TimeUnit.SECONDS)).as("not settled").isTrue();
        } finally {
            log.setFilter(null);
            MongoResource.backAgain();
        }

        assertThat(happenings.awaitEvent(id, "done").getInteger("attempts")).isEqualTo(2);
        assertThat(inbox(address).getList("id", String.class)).containsExactly(id);
    }

    private void awaitMailAfter(ResponseDefinitionBuilder first) {
        var address = happenings.newAddress();
        auth.register(get("/internal/users/u1")
                .inScenario("two")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("then"));
        auth.register(get("/internal/users/u1")
                .inScenario("two")
                .whenScenarioStateIs("then")
                .willReturn(account(address, "fr")));
        auth.resetScenarios();

        var id = happenings.cvDone("job-1", "u1", "A", "B");

        happenings.awaitEvent(id, "done");
        assertThat(inbox(address).getList("$")).hasSize(1);
    }

    private static ResponseDefinitionBuilder account(String email, String locale) {
        return okJson("""
                {"id":"u1","email":"%s","locale":"%s","roles":["candidate"]}""".formatted(email, locale));
    }

    private static JsonPath inbox(String to) {
        return RestAssured.given()
                .queryParam("to", to)
                .get("/dev/mail/api/messages")
                .jsonPath();
    }
}
