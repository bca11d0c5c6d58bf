package io.capitune.worker.compose;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FailureCode;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.worker.pipeline.Submissions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.capitune.worker.compose.Composing.NOTHING;
import static io.capitune.worker.compose.ModelStub.answers;
import static io.capitune.worker.compose.ModelStub.content;
import static io.capitune.worker.compose.ModelStub.status;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of jobs whose language model gives no answer. */
@QuarkusTest
@WithMongo
@QuarkusTestResource(value = ModelStub.class, restrictToAnnotatedClass = true)
class ModelAwayTest {

    @Inject
    Submissions submissions;

    @Inject
    CvJobs jobs;

    @Inject
    RandomTokens random;

    private String owner;

    @BeforeEach
    void newOwner() {
        owner = random.id();
    }

    @Test
    void modelThatStaysAwayFailsTheJobAndGivesTheUnitBack() {
        answers(status(503));
        var job = submissions.ended(submissions.submit(owner, true));
        assertThat(job.failure()).isEqualTo(FailureCode.MODEL_UNAVAILABLE);
        assertThat(job.attempts()).as("an outage is waited for").isEqualTo(6);
        assertThat(submissions.used(owner)).isZero();
    }

    @Test
    void keyThatWasRevokedFailsNoJob() {
        answers(status(401));
        var id = submissions.submit(owner, true);
        var waiting = submissions.once(id, job -> job.notBefore() != null);
        assertThat(waiting.status()).isEqualTo(CvJobStatus.QUEUED);

        answers(content(NOTHING));

        var composed = submissions.once(id, job -> job.composition() != null);
        assertThat(composed.composition().composer()).isEqualTo("stub-model");
        assertThat(jobs.remove(id, owner)).as("nobody renders it").isPresent();
    }

    @Test
    void jobWaitsAsLongAsTheModelAsks() {
        answers(status(429).withHeader("Retry-After", "60"));
        var before = Instant.now();
        var id = submissions.submit(owner, true);
        var waiting = submissions.once(id, job -> job.notBefore() != null);
        assertThat(waiting.status()).isEqualTo(CvJobStatus.QUEUED);
        assertThat(Duration.between(before, waiting.notBefore())).isGreaterThanOrEqualTo(Duration.ofSeconds(59));
        assertThat(jobs.remove(id, owner))
                .as("it would be done in the midst of another test")
                .isPresent();
    }
}
