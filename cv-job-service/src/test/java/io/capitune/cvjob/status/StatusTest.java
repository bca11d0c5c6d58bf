package io.capitune.cvjob.status;

import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithMongo
@WithTokens
class StatusTest {

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();

    @BeforeEach
    void emptyTheQueue() {
        worker.claimAll();
    }

    @Test
    void everyKeyIsAlwaysThere() {
        var view = api.status(api.submitted()).statusCode(200).extract().<Map<String, Object>>path("$");

        assertThat(view)
                .containsOnlyKeys(
                        "id", "status", "stage", "position", "createdAt", "finishedAt", "downloadUrl", "failure");
    }

    @Test
    void queuedJobHasAPosition() {
        var id = api.submitted();

        api.status(id)
                .body("id", equalTo(id))
                .body("status", equalTo("queued"))
                .body("position", equalTo(1))
                .body("stage", nullValue())
                .body("downloadUrl", nullValue())
                .body("createdAt", notNullValue());
    }

    @Test
    void positionIsExactToAHundred() {
        var waiting = api.submitted();

        worker.queueAhead(99);
        api.status(waiting).body("position", equalTo(100));

        worker.queueAhead(1);
        api.status(waiting).body("position", equalTo("100+"));
    }

    @Test
    void runningJobHasAStage() {
        var id = api.submitted();
        worker.compose(id, "Léa");

        api.status(id)
                .body("status", equalTo("running"))
                .body("stage", equalTo("rendering"))
                .body("position", nullValue());
    }

    @Test
    void doneJobCanBeDownloaded() {
        var id = api.submitted();
        worker.finish(id);

        api.status(id)
                .body("status", equalTo("done"))
                .body("stage", nullValue())
                .body("finishedAt", notNullValue())
                .body("downloadUrl", equalTo("/api/cv/jobs/" + id + "/download"));
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void failureBeginsWithWhatIsSafeInTheCallersLanguage(FailureCode code) {
        var english = Api.ofSomebody("en");
        var id = english.submitted();
        worker.fail(id, code);

        english.status(id)
                .body("status", equalTo("failed"))
                .body("failure.code", equalTo(code.name()))
                .body("failure.detail", startsWith("Nothing is lost, and this CV was not counted."))
                .body("failure.retryable", equalTo(code.retryable()));
    }

    @Test
    void failureIsToldInFrench() {
        var id = api.submitted();
        worker.fail(id, FailureCode.TOO_LONG);

        api.status(id).body("failure.detail", startsWith("Rien n’est perdu"));
    }

    @Test
    void somebodyElsesJobIsNotFound() {
        var id = Api.ofSomebody().submitted();

        for (var path : new String[] {"", "/input", "/download", "/picture"}) {
            api.get("/api/cv/jobs/" + id + path).statusCode(404).body("code", equalTo("NOT_FOUND"));
        }
        api.request().delete("/api/cv/jobs/" + id).then().statusCode(404);
        api.request().post("/api/cv/jobs/" + id + "/retry").then().statusCode(404);
        api.json(Bodies.minimal())
                .post("/api/cv/jobs/" + id + "/corrections")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAA", "..", "%00", "$ne", "a/b"})
    void invalidIdIsNotFound(String id) {
        api.request().get("/api/cv/jobs/{id}", id).then().statusCode(404);
    }
}
