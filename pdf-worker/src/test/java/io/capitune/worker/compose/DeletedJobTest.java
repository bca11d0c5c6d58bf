package io.capitune.worker.compose;

import java.time.Duration;

import jakarta.inject.Inject;

import io.capitune.cv.job.CvJobs;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.worker.lease.HeldClaims;
import io.capitune.worker.pipeline.Submissions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.capitune.worker.compose.ModelStub.answers;
import static io.capitune.worker.compose.ModelStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A job that its owner deletes while a model composes it. */
@QuarkusTest
@WithMongo
@QuarkusTestResource(
        value = ModelStub.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "capitune.openai.retry-delay", value = "1s"),
            @ResourceArg(name = "capitune.worker.renewal", value = "200ms")
        })
class DeletedJobTest {

    @Inject
    Submissions submissions;

    @Inject
    CvJobs jobs;

    @Inject
    HeldClaims claims;

    @Inject
    RandomTokens random;

    @Test
    void modelIsAskedNoMoreOnceTheJobIsDeleted() {
        answers(status(503));
        var owner = random.id();
        var id = submissions.submit(owner, true);
        await().atMost(Duration.ofSeconds(60)).until(() -> !ModelStub.requests().isEmpty());

        assertThat(jobs.remove(id, owner)).isPresent();

        await().until(() -> claims.count() == 0);
        // One may be on its way.
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        var asked = ModelStub.requests().size();
        await().during(Duration.ofSeconds(3)).until(() -> ModelStub.requests().size() == asked);
    }
}
