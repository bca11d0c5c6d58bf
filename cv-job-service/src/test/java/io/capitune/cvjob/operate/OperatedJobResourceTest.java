package io.capitune.cvjob.operate;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithMongo
@WithTokens
class OperatedJobResourceTest {

    @Inject
    Worker worker;

    @Inject
    MongoDatabase database;

    private final Api api = Api.ofSomebody();

    @BeforeEach
    void nothingFailedBefore() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
    }

    private String failed(FailureCode code) {
        var id = api.submitted();
        worker.fail(id, code);
        return id;
    }

    private static String retried(String id) {
        return Operator.retry(id).statusCode(200).extract().path("jobId");
    }

    @Test
    void failedJobsAreListedWithoutWhatTheirOwnersWrote() {
        var id = failed(FailureCode.PRINT_FAILED);

        Operator.list("status=failed")
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].owner", equalTo(api.owner()))
                .body("items[0].code", equalTo("PRINT_FAILED"))
                .body("items[0].reason", equalTo("as the test wants"))
                .body(not(containsString("Martin")));
    }

    @ParameterizedTest
    @CsvSource({
        "status=done,/status",
        "status=lost,/status",
        "code=BAD_LUCK,/code",
        "withinSeconds=2h,/withinSeconds",
        "olderThanSeconds=-1,/olderThanSeconds",
        "limit=0,/limit",
        "limit=1001,/limit"
    })
    void whatIsNoSelectionIsNamed(String query, String pointer) {
        Operator.list(query).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "POST,/retry"})
    void unknownJobIsNotFound(String method, String act) {
        Operator.request()
                .request(method, "/internal/jobs/AAAAAAAAAAAAAAAAAAAAAA" + act)
                .then()
                .statusCode(404);
    }

    @Test
    void retryCostsAUnitAgainAndEndsAsOneCv() {
        var id = failed(FailureCode.PRINT_FAILED);
        assertThat(api.used()).isZero();

        var retry = retried(id);

        assertThat(api.used()).isEqualTo(1);
        assertThat(worker.job(retry).composition()).as("only printing failed").isNotNull();
        worker.finish(retry);
        assertThat(worker.exists(id)).isFalse();
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void secondRetryFindsTheFirst() {
        var id = failed(FailureCode.PRINT_FAILED);
        assertThat(retried(id)).isEqualTo(retried(id));
        assertThat(api.used()).isEqualTo(1);
        Operator.list("status=failed&notRetried=true").body("items.size()", equalTo(0));
    }

    @Test
    void retryOfACorrectionIsFree() {
        var done = api.submitted();
        worker.finish(done);
        var correction = Api.accepted(api.json(Bodies.minimal()).post("/api/cv/jobs/" + done + "/corrections"));
        worker.fail(correction, FailureCode.PRINT_FAILED);

        retried(correction);

        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void retryBeyondTheOwnersQuotaIsRefused() {
        var id = failed(FailureCode.PRINT_FAILED);
        for (var i = 0; i < 3; i++) {
            api.submitted();
        }
        Operator.retry(id).statusCode(403).body("code", equalTo("QUOTA_REACHED"));
    }

    @Test
    void retriesOfAnOperatorDoNotCountForTheOwnersRate() {
        var busy = api.onPlan("pro");
        for (var i = 0; i < 9; i++) {
            worker.fail(busy.submitted(), FailureCode.PRINT_FAILED);
        }
        Operator.list("status=failed")
                .extract()
                .<java.util.List<String>>path("items.id")
                .forEach(id -> retried(id));

        busy.submitted();
        busy.submit(Bodies.minimal()).then().statusCode(429);
    }

    @Test
    void jobThatDidNotFailIsNotRetried() {
        Operator.retry(api.submitted()).statusCode(409).body("code", equalTo("JOB_NOT_FAILED"));
    }

    @Test
    void jobThatCannotBeReadIsShownAndNotRetried() {
        var id = failed(FailureCode.INTERNAL);
        database.getCollection(CvJobs.COLLECTION).updateOne(eq(id), set("corrections", "garbage"));

        Operator.request().get("/internal/jobs/" + id).then().statusCode(200).body("code", equalTo("INTERNAL"));
        Operator.retry(id).statusCode(409).body("code", equalTo("JOB_UNREADABLE"));
    }

    @Test
    void purgedQueuedJobsGiveTheirUnitsBack() {
        api.submitted();
        api.submitted();

        Operator.request()
                .delete("/internal/jobs?status=queued&olderThanSeconds=0")
                .then()
                .statusCode(200)
                .body("removed", equalTo(2));

        assertThat(api.used()).isZero();
    }

    @Test
    void youngJobsAreNotPurged() {
        var id = failed(FailureCode.PRINT_FAILED);

        Operator.request()
                .delete("/internal/jobs?status=failed&olderThanSeconds=3600")
                .then()
                .body("removed", equalTo(0));

        assertThat(worker.exists(id)).isTrue();
    }

    @Test
    void runningJobsAreNotPurged() {
        Operator.request().delete("/internal/jobs?status=running").then().statusCode(422);
    }
}
