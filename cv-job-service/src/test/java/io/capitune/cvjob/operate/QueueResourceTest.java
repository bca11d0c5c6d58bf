package io.capitune.cvjob.operate;

import jakarta.inject.Inject;

import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMongo
@WithTokens
class QueueResourceTest {

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();

    @AfterEach
    void resumed() {
        Operator.drained(false);
    }

    @Test
    void queueIsToldInFigures() {
        worker.fail(api.submitted(), FailureCode.PRINT_FAILED);
        api.submitted();

        Operator.request()
                .get("/internal/queue")
                .then()
                .statusCode(200)
                .body("jobs.queued", greaterThanOrEqualTo(1))
                .body("jobs.failed", greaterThanOrEqualTo(1))
                .body("failures.PRINT_FAILED", greaterThanOrEqualTo(1))
                .body("oldestQueuedSeconds", notNullValue())
                .body("drainedSince", nullValue());
    }

    @Test
    void drainedQueueSaysSoAndGoesOnTakingSubmissions() {
        Operator.drained(true).statusCode(200).body("drainedSince", notNullValue());

        api.submitted();
        assertThat(metrics()).contains("capitune_queue_drained 1.0");
        RestAssured.get("/q/health/ready").then().statusCode(200);

        Operator.drained(false).statusCode(200).body("drainedSince", nullValue());
        assertThat(metrics()).contains("capitune_queue_drained 0.0");
    }

    @Test
    void switchWantsTrueOrFalse() {
        Operator.request()
                .contentType("application/json")
                .body("{}")
                .put("/internal/queue/drained")
                .then()
                .statusCode(422);
    }

    private static String metrics() {
        return RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/internal/jobs",
        "GET,/internal/jobs/x",
        "DELETE,/internal/jobs",
        "POST,/internal/jobs/x/retry",
        "GET,/internal/queue",
        "PUT,/internal/queue/drained"
    })
    void nobodyButAnOperatorIsLetIn(String method, String path) {
        assertThat(RestAssured.given().request(method, path).statusCode()).isEqualTo(401);
        assertThat(as(TestTokens.user("a-candidate", "candidate"), method, path))
                .isEqualTo(403);
        assertThat(as(TestTokens.user("an-admin", "admin"), method, path)).isEqualTo(403);
        assertThat(as(TestTokens.user("operator", "candidate"), method, path)).isEqualTo(403);
        assertThat(as(TestTokens.service("render-service"), method, path)).isEqualTo(403);
        TestTokens.forged("service")
                .forEach((kind, token) ->
                        assertThat(as(token, method, path)).as(kind).isEqualTo(401));
    }

    private static int as(String token, String method, String path) {
        var request = Operator.as(token);
        if (method.equals("PUT")) {
            request.contentType("application/json").body("{\"drained\":true}");
        }
        return request.request(method, path).statusCode();
    }
}
