package io.capitune.worker.claim;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.Stage;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.pipeline.RenderStub;
import io.capitune.worker.pipeline.Submissions;
import io.capitune.worker.pipeline.WithRenderStub;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Has a worker of its own, since it does not work afterwards. */
@QuarkusTest
@TestProfile(StopTest.LongGrace.class)
@WithMongo
@WithTokens
@WithRenderStub
class StopTest {

    public static class LongGrace implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("capitune.worker.shutdown-grace", "1m");
        }
    }

    @Inject
    ClaimLoop loop;

    @Inject
    @Readiness
    ClaimReadiness readiness;

    @Inject
    Submissions submissions;

    @Inject
    RandomTokens random;

    @Test
    void stoppedWorkerPutsItsJobsBackAndClaimsNoMore() {
        RenderStub.server()
                .register(post(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse().withFixedDelay(30_000)));
        var owner = random.id();
        var working = submissions.submit(owner, false);
        submissions.once(working, job -> job.stage() == Stage.RENDERING);
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);

        assertTimeout(
                Duration.ofSeconds(25), () -> loop.stop(new ShutdownEvent()), "what does not print is not waited for");

        var job = submissions.job(working);
        assertThat(job.status()).isEqualTo(CvJobStatus.QUEUED);
        assertThat(job.attempts()).as("no try is lost").isZero();
        assertThat(job.notBefore()).as("nor time").isNull();
        assertThat(submissions.used(owner)).isEqualTo(1);
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }
}
