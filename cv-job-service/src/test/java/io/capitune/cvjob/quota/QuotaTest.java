package io.capitune.cvjob.quota;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Together;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithMongo
@WithTokens
class QuotaTest {

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();

    @Test
    void usageBeginsAtNothing() {
        api.get("/api/cv/usage")
                .statusCode(200)
                .body("plan", equalTo("free"))
                .body("period", equalTo(YearMonth.now(ZoneId.of("Europe/Paris")).toString()))
                .body("used", equalTo(0))
                .body("limit", equalTo(3));
    }

    @Test
    void submissionBeyondTheQuotaIsRefused() {
        for (var i = 0; i < 3; i++) {
            api.submitted();
        }

        api.submit(Bodies.minimal())
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("QUOTA_REACHED"));
        assertThat(api.used()).isEqualTo(3);
    }

    @Test
    void ofTwentyParallelSubmissionsExactlyThreeAreAccepted() throws InterruptedException {
        var answers = Together.run(20, () -> outcome(api.submit(Bodies.minimal())));

        assertThat(count(answers)).isEqualTo(Map.of("202", 3L, "QUOTA_REACHED", 17L));
        assertThat(api.used()).isEqualTo(3);
        assertThat(api.get("/api/cv/jobs").extract().<List<?>>path("items")).hasSize(3);
    }

    @Test
    void failedJobGivesItsUnitBack() {
        worker.fail(api.submitted(), FailureCode.PRINT_FAILED);

        assertThat(api.used()).isZero();
    }

    @Test
    void eleventhSubmissionOfAMinuteIsRateLimitedAndCostsNothing() {
        api.onPlan("pro");
        for (var i = 0; i < 10; i++) {
            api.submitted();
        }

        var refused = api.submit(Bodies.minimal());

        refused.then().statusCode(429).body("code", equalTo("RATE_LIMITED"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(api.used()).isEqualTo(10);
    }

    @Test
    void ofTwentyParallelSubmissionsExactlyTenPassTheRate() throws InterruptedException {
        api.onPlan("pro");

        var answers = Together.run(20, () -> outcome(api.submit(Bodies.minimal())));

        assertThat(count(answers)).isEqualTo(Map.of("202", 10L, "RATE_LIMITED", 10L));
        assertThat(api.used()).isEqualTo(10);
    }

    @Test
    void invalidBodyIsToldBeforeTheQuota() {
        for (var i = 0; i < 3; i++) {
            api.submitted();
        }

        api.submit(Bodies.with("template", "gothic")).then().statusCode(422);
    }

    @Test
    void operatorPutsAccountOnPlan() {
        api.onPlan("pro").get("/api/cv/usage").body("plan", equalTo("pro")).body("limit", equalTo(100));
    }

    @Test
    void unknownPlanIsRefused() {
        plan(TestTokens.service("operator"), "{\"plan\":\"gold\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/plan"));
        plan(TestTokens.service("operator"), "{}").then().statusCode(422);
    }

    @Test
    void peopleCannotSetPlans() {
        plan(TestTokens.user(api.owner(), "candidate"), "{\"plan\":\"pro\"}")
                .then()
                .statusCode(403);
    }

    private Response plan(String token, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/internal/plans/" + api.owner());
    }

    private static String outcome(Response response) {
        return response.statusCode() == 202 ? "202" : response.path("code");
    }

    private static Map<String, Long> count(List<String> answers) {
        return answers.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
