package io.capitune.cvjob.retry;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Together;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMongo
@WithTokens
class RetryTest {

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();

    @Test
    void failedJobBecomesANewOneOfTheSameCv() {
        var failed = failed(FailureCode.PRINT_FAILED);

        var response = retry(failed);

        var id = Api.accepted(response);
        assertThat(id).isNotEqualTo(failed);
        assertThat(response.header("Location")).isEqualTo("/api/cv/jobs/" + id);
        assertThat(worker.job(id).cv()).isEqualTo(failed);
        assertThat(worker.exists(failed)).isTrue();
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void compositionIsKeptWhereOnlyPrintingFailed() {
        assertThat(worker.job(Api.accepted(retry(failed(FailureCode.PRINT_FAILED))))
                        .composition())
                .isNotNull();
    }

    @Test
    void compositionIsMadeAgainWhereItWasAtFault() {
        assertThat(worker.job(Api.accepted(retry(failed(FailureCode.MODEL_ANSWER_INVALID))))
                        .composition())
                .isNull();
    }

    @Test
    void failedJobGoesWhenItsRetryIsDone() {
        var failed = failed(FailureCode.PRINT_FAILED);

        worker.finish(Api.accepted(retry(failed)));

        assertThat(worker.exists(failed)).isFalse();
    }

    @Test
    void retryOfAFreeCorrectionIsFree() {
        Api.accepted(retry(failedCorrection()));

        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void twentyRetriesAtOnceMakeOneJobForOneUnit() throws InterruptedException {
        var failed = failed(FailureCode.PRINT_FAILED);

        var ids = Together.run(20, () -> Api.accepted(retry(failed)));

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(worker.job(failed).retriedBy()).isEqualTo(ids.getFirst());
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void triesOfOneCvAreRetriedOnceAtATime() throws InterruptedException {
        var first = failed(FailureCode.PRINT_FAILED);
        var second = Api.accepted(retry(first));
        worker.fail(second, FailureCode.PRINT_FAILED);
        var turns = new AtomicInteger();

        var ids = Together.run(20, () -> Api.accepted(retry(turns.getAndIncrement() % 2 == 0 ? first : second)));

        assertThat(Set.copyOf(ids)).hasSize(1).doesNotContain(first, second);
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void freeRetriesCountForTheRate() {
        var job = failedCorrection();
        var retries = 0;
        var response = retry(job);
        while (response.statusCode() == 202 && retries < 20) {
            retries++;
            worker.fail(Api.accepted(response), FailureCode.PRINT_FAILED);
            response = retry(job);
        }

        response.then().statusCode(429).body("code", equalTo("RATE_LIMITED"));
        assertThat(retries).as("with the submission, ten a minute").isEqualTo(9);
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void retryBeyondTheQuotaIsRefused() {
        var failed = failed(FailureCode.PRINT_FAILED);
        for (var i = 0; i < 3; i++) {
            api.submitted();
        }

        retry(failed).then().statusCode(403).body("code", equalTo("QUOTA_REACHED"));
    }

    @Test
    void jobThatDidNotFailIsNotRetried() {
        var queued = api.submitted();
        retry(queued).then().statusCode(409).body("code", equalTo("JOB_NOT_FAILED"));

        worker.finish(queued);
        retry(queued).then().statusCode(409).body("code", equalTo("JOB_NOT_FAILED"));
    }

    private String failedCorrection() {
        var done = api.submitted();
        worker.finish(done);
        var correction = Api.accepted(api.json(Bodies.minimal()).post("/api/cv/jobs/" + done + "/corrections"));
        worker.fail(correction, FailureCode.PRINT_FAILED);
        return correction;
    }

    private String failed(FailureCode code) {
        var id = api.submitted();
        worker.fail(id, code);
        return id;
    }

    private Response retry(String id) {
        return api.request().post("/api/cv/jobs/" + id + "/retry");
    }
}
