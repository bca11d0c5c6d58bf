package io.capitune.cvjob.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Worker;
import io.capitune.cvjob.plan.Plans;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** What operators have done is written down first, as theirs; where it cannot be, nothing is done. */
@QuarkusTest
@QuarkusTestResource(AuditStub.class)
@WithMongo
@WithTokens
class OperatorLogTest {

    WireMockServer audit;

    @Inject
    Plans plans;

    @Inject
    Worker worker;

    @Inject
    MongoDatabase database;

    private final Api api = Api.ofSomebody();
    private final String token = TestTokens.service("operator");

    @BeforeEach
    void nothingFailedBefore() {
        database.getCollection("cv_jobs").deleteMany(new Document());
        drained(false);
        AuditStub.takesAll(audit);
    }

    @AfterEach
    void takesAll() {
        AuditStub.takesAll(audit);
        drained(false);
    }

    @Test
    void planIsWrittenDownWithTheOperatorsOwnTokenAndNetwork() {
        assertThat(plan("pro").statusCode()).isEqualTo(200);

        audit.verify(postRequestedFor(urlEqualTo(AuditStub.PATH))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .withHeader("X-Forwarded-For", equalTo("203.0.113.9"))
                .withRequestBody(equalToJson(entry("plan.changed", api.owner(), Map.of("plan", "pro")))));
        assertThat(plans.of(api.owner()).name()).isEqualTo("pro");
    }

    @Test
    void planThatIsNoneIsNotWrittenDown() {
        assertThat(plan("gold").statusCode()).isEqualTo(422);
        assertThat(audit.getAllServeEvents()).isEmpty();
    }

    @Test
    void drainingAndResumingAreWrittenDownOnceEach() {
        drained(true);
        drained(true);
        drained(false);
        drained(false);

        assertThat(acts()).containsExactly("queue.drained", "queue.resumed");
    }

    @Test
    void retryIsWrittenDownWithTheJobAndItsOwner() {
        var id = api.submitted();
        worker.fail(id, FailureCode.PRINT_FAILED);

        assertThat(retry(id).statusCode()).isEqualTo(200);
        assertThat(retry(id).statusCode()).isEqualTo(200);
        assertThat(retry("x").statusCode()).isEqualTo(404);
        assertThat(retry(api.submitted()).statusCode()).isEqualTo(409);

        audit.verify(
                1,
                postRequestedFor(urlEqualTo(AuditStub.PATH))
                        .withRequestBody(equalToJson(entry("job.retried", api.owner(), Map.of("job", id)))));
        assertThat(acts()).containsExactly("job.retried");
    }

    @Test
    void purgeThatFindsSomethingIsWrittenDownAsItWasChosen() {
        worker.fail(api.submitted(), FailureCode.PRINT_FAILED);
        var path = "/internal/jobs?status=failed&code=PRINT_FAILED&olderThanSeconds=0";

        assertThat(operator().delete(path).jsonPath().getInt("removed")).isEqualTo(1);
        assertThat(operator().delete(path).jsonPath().getInt("removed")).isZero();

        var chosen = Map.of("status", "failed", "code", "PRINT_FAILED", "olderThanSeconds", "0");
        audit.verify(
                1,
                postRequestedFor(urlEqualTo(AuditStub.PATH))
                        .withRequestBody(equalToJson(entry("jobs.purged", null, chosen))));
        assertThat(acts()).hasSize(1);
    }

    @Test
    void deletionOfOrphansIsWrittenDown() {
        assertThat(operator().delete("/internal/storage/orphans").statusCode()).isEqualTo(200);
        assertThat(acts()).containsExactly("files.deleted");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 303, 401, 403, 404, 422, 429, 500, 503})
    void whereItIsNotTakenNothingIsDone(int status) {
        nothingIsDone(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));
    }

    @Test
    void whereTheAnswerMakesNoSenseNothingIsDone() {
        nothingIsDone(ok("<h1>Bienvenue</h1>").withHeader("Content-Type", "text/html"));
        nothingIsDone(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        nothingIsDone(aResponse().withFault(Fault.EMPTY_RESPONSE));
    }

    @Test
    void brokenConnectionIsTold() {
        nothingIsDone(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @Test
    void slowAnswerIsNotWaitedFor() {
        var before = System.nanoTime();
        nothingIsDone(noContent().withFixedDelay(20_000));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }

    private void nothingIsDone(ResponseDefinitionBuilder answer) {
        audit.resetAll();
        audit.stubFor(post(AuditStub.PATH).willReturn(answer));

        var refused = plan("pro");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("AUDIT_UNAVAILABLE");
        assertThat(plans.assigned(api.owner())).isEmpty();
        assertThat(audit.getAllServeEvents()).hasSize(1);
    }

    private Response plan(String name) {
        return operator()
                .contentType(ContentType.JSON)
                .body(Map.of("plan", name))
                .put("/internal/plans/" + api.owner());
    }

    private Response retry(String id) {
        return operator().post("/internal/jobs/" + id + "/retry");
    }

    private void drained(boolean drained) {
        operator()
                .contentType(ContentType.JSON)
                .body(Map.of("drained", drained))
                .put("/internal/queue/drained")
                .then()
                .statusCode(200);
    }

    private RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(token).header("X-Forwarded-For", "203.0.113.9");
    }

    private List<String> acts() {
        return audit.getAllServeEvents().reversed().stream()
                .map(event -> new JsonObject(event.getRequest().getBodyAsString()).getString("act"))
                .toList();
    }

    private static String entry(String act, String subject, Map<String, ?> details) {
        return new JsonObject()
                .put("act", act)
                .put("subject", subject)
                .put("details", new JsonObject(Map.copyOf(details)))
                .encode();
    }
}
