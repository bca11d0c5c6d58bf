package io.capitune.worker.compose.model;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.capitune.cv.job.CvJobStatus;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.compose.ModelStub;
import io.capitune.worker.pipeline.RenderStub;
import io.capitune.worker.pipeline.Submissions;
import io.capitune.worker.pipeline.WithRenderStub;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.capitune.worker.compose.ModelStub.answers;
import static io.capitune.worker.compose.ModelStub.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A job whose call waits for its turn. */
@QuarkusTest
@WithMongo
@WithTokens
@WithRenderStub
@QuarkusTestResource(
        value = ModelStub.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "capitune.openai.max-concurrent-calls", value = "2"),
            @ResourceArg(name = "capitune.worker.renewal", value = "200ms")
        })
class WaitingJobTest {

    @Inject
    CallSlots slots;

    @Inject
    ModelConfig config;

    @Inject
    Submissions submissions;

    @Inject
    RandomTokens random;

    @Test
    void callMayWaitLongerThanItsTimeoutWhileTheLeaseIsRenewed() {
        answers(content("{\"lines\":[],\"summary\":\"\",\"skillOrder\":[]}"));
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
        var busy = new CountDownLatch(1);
        try {
            occupyAllSlots(busy);
            var id = submissions.submit(random.id(), true);
            await().atMost(Duration.ofSeconds(60)).until(() -> slots.waiting() == 1);

            var lease = submissions.job(id).leaseUntil();
            submissions.once(id, job -> job.leaseUntil().isAfter(lease.plus(config.timeout())));
            assertThat(submissions.job(id).status()).isEqualTo(CvJobStatus.RUNNING);
            assertThat(submissions.job(id).composition()).isNull();

            busy.countDown();
            var job = submissions.ended(id);
            assertThat(job.status()).isEqualTo(CvJobStatus.DONE);
            assertThat(job.attempts()).isEqualTo(1);
        } finally {
            busy.countDown();
        }
    }

    private void occupyAllSlots(CountDownLatch busy) {
        Callable<Boolean> call = () -> slots.within(() -> {
            busy.await();
            return true;
        });
        Stream.generate(() -> new FutureTask<>(call)).limit(2).forEach(Thread::startVirtualThread);
        await().until(() -> slots.inFlight() == 2);
    }
}
