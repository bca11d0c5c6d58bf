package io.capitune.worker.claim;

import java.time.Duration;

import jakarta.inject.Inject;

import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.QueueSwitch;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.pipeline.RenderStub;
import io.capitune.worker.pipeline.Submissions;
import io.capitune.worker.pipeline.WithRenderStub;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithMongo
@WithTokens
@WithRenderStub
class DrainTest {

    @Inject
    QueueSwitch queueSwitch;

    @Inject
    @Readiness
    ClaimReadiness readiness;

    @Inject
    Submissions submissions;

    @Inject
    RandomTokens random;

    @AfterEach
    void resumed() {
        queueSwitch.resume();
    }

    @Test
    void drainedWorkerFinishesWhatItHoldsAndClaimsNoMoreUntilResumed() {
        RenderStub.server()
                .register(post(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse()
                                .withFixedDelay(1_000)
                                .withHeader("Content-Type", "text/html; charset=utf-8")
                                .withBody("<!doctype html><html lang=\"fr\"><head><title>CV</title></head>"
                                        + "<body><h1>Zoé Test</h1><p>Comptable</p></body></html>")));
        var owner = random.id();
        var held = submissions.submit(owner, false);
        submissions.once(held, job -> job.status() == CvJobStatus.RUNNING);

        queueSwitch.drain();
        var waiting = submissions.submit(owner, false);

        assertThat(submissions.ended(held).status()).isEqualTo(CvJobStatus.DONE);
        await().during(Duration.ofSeconds(1))
                .until(() -> submissions.job(waiting).status() == CvJobStatus.QUEUED);
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);

        queueSwitch.resume();
        assertThat(submissions.ended(waiting).status()).isEqualTo(CvJobStatus.DONE);
    }
}
