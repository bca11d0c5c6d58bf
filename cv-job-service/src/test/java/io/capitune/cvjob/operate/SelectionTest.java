package io.capitune.cvjob.operate;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What is done to all jobs of a kind is done to no others, and to none where the kind was forgotten or mistyped. */
@QuarkusTest
@WithMongo
@WithTokens
class SelectionTest {

    @Inject
    Worker worker;

    @Inject
    MongoDatabase database;

    private final Api api = Api.ofSomebody();
    private String failed;
    private String queued;

    @BeforeEach
    void oneFailedAndOneQueued() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        failed = api.submitted();
        worker.fail(failed, FailureCode.PRINT_FAILED);
        queued = api.submitted();
    }

    private void assertNothingWasRemoved() {
        assertThat(worker.exists(failed)).isTrue();
        assertThat(worker.exists(queued)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=10"})
    void purgeOfNothingNamedIsRefused(String query) {
        Operator.request()
                .delete("/internal/jobs" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("SELECTION_MISSING"))
                .body("detail", containsString("status, code or olderThanSeconds"));
        assertNothingWasRemoved();
    }

    @ParameterizedTest
    @CsvSource({
        "status=failed&olderThan=3600, /olderThan",
        "status=failed&olderthanseconds=3600, /olderthanseconds",
        "Status=queued&code=PRINT_FAILED, /Status",
        "status=failed&withinSeconds=60, /withinSeconds",
        "status=, /status",
        "code=, /code",
        "olderThanSeconds=, /olderThanSeconds",
        "status=failed&code=, /code"
    })
    void purgeOfSomethingMistypedIsRefused(String query, String pointer) {
        Operator.request()
                .delete("/internal/jobs?" + query)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
        assertNothingWasRemoved();
    }

    @Test
    void listOfSomethingMistypedIsRefusedToo() {
        Operator.list("status=failed&cod=PRINT_FAILED").statusCode(422).body("errors[0].pointer", equalTo("/cod"));
    }

    @Test
    void whatIsNamedIsRemovedAndNothingElse() {
        Operator.request()
                .delete("/internal/jobs?code=PRINT_FAILED")
                .then()
                .statusCode(200)
                .body("removed", equalTo(1));
        assertThat(worker.exists(failed)).isFalse();
        assertThat(worker.exists(queued)).isTrue();
    }
}
