package io.capitune.cvjob;

import java.time.Duration;

import io.capitune.platform.testing.MongoResource;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMongo
@WithTokens
class MongoOutageTest {

    private final Api api = Api.ofSomebody();

    @Test
    void outageIsToldAndPassesByItself() {
        var id = api.submitted();
        MongoResource.outage();
        try {
            api.submit(Bodies.minimal())
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNAVAILABLE"));
            api.status(id).statusCode(503);
            var asked = System.nanoTime();
            api.request().delete("/api/cv/jobs/" + id).then().statusCode(503).body("code", equalTo("UNAVAILABLE"));
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("not the driver's two minutes of retries")
                    .isLessThan(Duration.ofSeconds(10));
            RestAssured.get("/q/health/ready").then().statusCode(503);
            RestAssured.get("/q/metrics").then().statusCode(200);
        } finally {
            MongoResource.backAgain();
        }

        Awaitility.await().until(() -> api.request().get("/api/cv/jobs/" + id).statusCode() == 200);
        api.submitted();
        assertThat(api.used()).isEqualTo(2);
    }
}
