package io.capitune.cvjob;

import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class MetricsTest {

    private final Api api = Api.ofSomebody();

    @Test
    void submissionsAreCountedByOutcome() {
        api.submitted();
        api.submit(Bodies.with("template", "gothic"));

        assertThat(metrics())
                .contains("capitune_submissions_total{kind=\"submission\",outcome=\"ACCEPTED\"}")
                .contains("capitune_submissions_total{kind=\"submission\",outcome=\"VALIDATION_FAILED\"}");
    }

    @Test
    void queueIsMeasured() {
        api.submitted();

        Awaitility.await()
                .untilAsserted(() -> assertThat(metrics())
                        .containsPattern("capitune_jobs\\{status=\"queued\"\\} [1-9]")
                        .containsPattern("capitune_queue_age_seconds [0-9.E-]+")
                        .contains("capitune_jobs{status=\"failed\"}"));
    }

    private static String metrics() {
        return RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
