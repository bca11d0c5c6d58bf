package io.capitune.cvjob.operate;

import java.util.HashSet;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Together;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

/** An operator who tries everything again meets broken jobs most of all, and colleagues: none of it is an error of ours. */
@QuarkusTest
@WithMongo
@WithTokens
class OperatorRetryTest {

    @Inject
    Worker worker;

    @Inject
    MongoDatabase database;

    private final Api api = Api.ofSomebody();

    @BeforeEach
    @AfterEach
    void nothingIsThere() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
    }

    private String failed() {
        var id = api.submitted();
        worker.fail(id, FailureCode.PRINT_FAILED);
        return id;
    }

    private void change(String id, Bson update) {
        database.getCollection(CvJobs.COLLECTION).updateOne(eq(id), update);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "cv", "input"})
    void jobThatLacksWhatARetryNeedsIsUnreadable(String field) {
        var id = failed();
        change(id, unset(field));

        Operator.list("status=failed&notRetried=true").statusCode(200).body("items[0].id", equalTo(id));
        Operator.retry(id).statusCode(409).body("code", equalTo("JOB_UNREADABLE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner",
                "cv",
                "input",
                "period",
                "corrections",
                "rank",
                "attempts",
                "composition",
                "createdAt",
                "finishedAt",
                "failure",
                "failureReason",
                "input.language",
                "input.modelAllowed",
                "v"
            })
    void noFieldThatIsGarbageOrMissingIsAnErrorOfOurs(String field) {
        var garbage = failed();
        change(garbage, set(field, new Document("garbage", true)));
        var missing = failed();
        change(missing, unset(field));

        Operator.list("status=failed&notRetried=true").statusCode(200).body("items.size()", equalTo(2));
        for (var id : new String[] {garbage, missing}) {
            assertThat(Operator.retry(id).extract().statusCode())
                    .as("%s of %s", field, id.equals(garbage) ? "garbage" : "missing")
                    .isIn(200, 409);
        }
    }

    @Test
    void retryUnderWayThatCannotBeReadIsUnderWayAllTheSame() {
        var id = failed();
        String retry = Operator.retry(id).statusCode(200).extract().path("jobId");
        change(retry, set("rank", "garbage"));

        Operator.retry(id).statusCode(200).body("jobId", equalTo(retry));
    }

    @Test
    void queueWhoseHeadHasNoRankTakesJobsAllTheSame() {
        change(api.submitted(), set("rank", "garbage"));
        change(api.submitted(), unset("rank"));

        Operator.retry(failedBefore()).statusCode(200);
        api.submitted();
    }

    @Test
    void jobsOfNoTimeAreNoneOfTheOldest() {
        change(api.submitted(), set("createdAt", "yesterday"));
        change(api.submitted(), unset("createdAt"));
        Operator.request()
                .get("/internal/queue")
                .then()
                .statusCode(200)
                .body("jobs.queued", equalTo(2))
                .body("oldestQueuedSeconds", nullValue());

        api.submitted();
        Operator.request().get("/internal/queue").then().statusCode(200).body("oldestQueuedSeconds", lessThan(60));
    }

    private String failedBefore() {
        var id = Api.ofSomebody().submitted();
        database.getCollection(CvJobs.COLLECTION).updateOne(eq(id), set("status", "FAILED"));
        return id;
    }

    @Test
    void severalOperatorsAndTheOwnerAtOnceMakeOneRetry() throws InterruptedException {
        var id = failed();
        var retries = Together.run(12, () -> {
            var byOwner = Thread.currentThread().threadId() % 2 == 0;
            var answer =
                    byOwner ? api.json("").post("/api/cv/jobs/" + id + "/retry").then() : Operator.retry(id);
            return answer.statusCode(byOwner ? 202 : 200).extract().<String>path("jobId");
        });

        assertThat(new HashSet<>(retries)).hasSize(1);
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void retryWhileTheJobIsPurgedIsDoneOrNotFound() throws InterruptedException {
        for (var round = 0; round < 5; round++) {
            var id = failed();
            var statuses = Together.run(
                    4,
                    () -> Thread.currentThread().threadId() % 2 == 0
                            ? Operator.request()
                                    .delete("/internal/jobs?status=failed")
                                    .statusCode()
                            : Operator.retry(id).extract().statusCode());
            assertThat(statuses).allSatisfy(status -> assertThat(status).isIn(200, 404));
            Operator.request().delete("/internal/jobs?status=queued");
        }
    }

    @Test
    void retryBesidesSubmissionsOfTheSameAccountIsDone() throws InterruptedException {
        var busy = api.onPlan("pro");
        var id = failed();
        var statuses = Together.run(
                6,
                () -> Thread.currentThread().threadId() % 2 == 0
                        ? busy.submit(Bodies.minimal()).statusCode()
                        : Operator.retry(id).extract().statusCode());
        assertThat(statuses).allSatisfy(status -> assertThat(status).isIn(200, 202));
    }
}
