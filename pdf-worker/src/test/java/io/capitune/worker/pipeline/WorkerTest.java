package io.capitune.worker.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FailureCode;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.render.RenderClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole worker: real MongoDB, real Chromium, and a stand-in for render-service. */
@QuarkusTest
@WithMongo
@WithTokens
@WithRenderStub
class WorkerTest {

    @Inject
    Submissions submissions;

    @Inject
    CvJobs jobs;

    @Inject
    RandomTokens random;

    @Inject
    BlobStore files;

    @Inject
    MongoDatabase database;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    MeterRegistry metrics;

    private String owner;

    @BeforeEach
    void renderServiceAnswers() {
        owner = random.id();
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
    }

    @AfterEach
    void allPartsAreThere() {
        breakers.resetAll();
    }

    private String submit() {
        return submissions.submit(owner, false);
    }

    private CvJob ended(String id) {
        return submissions.ended(id);
    }

    private long events(String id) {
        return database.getCollection("events").countDocuments(new Document("subject", id));
    }

    @Test
    void jobEndsWithOnePdfOneProofAndOneEvent() {
        var job = ended(submit());
        assertThat(job.status()).isEqualTo(CvJobStatus.DONE);
        assertThat(job.pdf()).isNotNull();
        assertThat(files.size(job.pdf().blob())).hasValue(job.pdf().bytes());
        assertThat(job.proof().holds()).isTrue();
        assertThat(job.composition().document().name()).isEqualTo("Zoé Test");
        assertThat(events(job.id())).isEqualTo(1);
        assertThat(submissions.used(owner)).isEqualTo(1);
    }

    @Test
    void fileOfARemovedJobIsSweptWhereNobodyElseDeletesIt() {
        var job = ended(submit());
        jobs.remove(job.id(), owner);
        await().until(() -> files.size(job.pdf().blob()).isEmpty());
    }

    @Test
    void manyJobsAllEnd() {
        var ids = IntStream.range(0, 30).mapToObj(i -> submit()).toList();
        assertThat(ids).allSatisfy(id -> assertThat(ended(id).status()).isEqualTo(CvJobStatus.DONE));
        assertThat(submissions.used(owner)).isEqualTo(30);
    }

    @Test
    void renderServiceThatStaysAwayFailsTheJobAndGivesTheUnitBack() {
        RenderStub.server()
                .register(post(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse().withStatus(503)));
        var job = ended(submit());
        assertThat(job.failure()).isEqualTo(FailureCode.RENDER_FAILED);
        assertThat(job.attempts()).as("an outage is waited for").isEqualTo(6);
        assertThat(submissions.used(owner)).isZero();
        assertThat(events(job.id())).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405})
    void renderServiceThatAnswersAsIfItWereNotThereIsWaitedFor(int status) {
        RenderStub.server()
                .register(post(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse().withStatus(status)));
        var id = submit();
        submissions.once(id, job -> job.outages() != null && job.outages() >= 1);
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
        assertThat(ended(id).status()).isEqualTo(CvJobStatus.DONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void whatRenderServiceRefusesIsNotAskedForAgain(int status) {
        RenderStub.server()
                .register(post(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse().withStatus(status)));
        var job = ended(submissions.submit(owner, false, "Refusée " + owner));
        assertThat(job.failure()).isEqualTo(FailureCode.RENDER_FAILED);
        assertThat(job.attempts()).isEqualTo(1);
        RenderStub.server()
                .verifyThat(
                        1,
                        postRequestedFor(urlPathEqualTo("/internal/cv-render")).withRequestBody(containing(owner)));
        assertThat(submissions.used(owner)).isZero();
    }

    @Test
    void storageThatRefusesFailsTheJobAndGivesTheUnitBack() throws IOException {
        var folder = Path.of("target/files");
        var aside = Path.of("target/files-aside");
        Files.createDirectories(folder);
        Files.move(folder, aside);
        Files.createFile(folder);
        try {
            var job = ended(submit());
            assertThat(job.failure()).isEqualTo(FailureCode.STORAGE_FAILED);
            assertThat(job.pdf()).isNull();
            assertThat(submissions.used(owner)).isZero();
            assertThat(events(job.id())).isZero();
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }
    }

    @Test
    void renderServiceThatComesBackIsEnough() {
        RenderStub.server()
                .register(post(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse().withStatus(503)));
        var id = submit();
        submissions.once(id, job -> job.attempts() >= 1);
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
        assertThat(ended(id).status()).isEqualTo(CvJobStatus.DONE);
    }

    @Test
    void renderServiceThatIsAwayForAWhileFailsNoneOfTheManyThatWait() {
        var opened = new AtomicInteger();
        breakers.onStateChange(RenderClient.BREAKER, state -> {
            if (state == CircuitBreakerState.OPEN) {
                opened.incrementAndGet();
            }
        });
        RenderStub.server()
                .register(post(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse().withStatus(503)));
        var ids = IntStream.range(0, 12).mapToObj(i -> submit()).toList();

        await().atMost(Duration.ofSeconds(30)).until(() -> opened.get() >= 4);
        assertThat(metrics.get("capitune.worker.parts.away").gauge().value()).isEqualTo(1);
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");

        var done = ids.stream().map(this::ended).toList();
        assertThat(done).extracting(CvJob::status).containsOnly(CvJobStatus.DONE);
        assertThat(done.stream()
                        .mapToInt(job -> Objects.requireNonNullElse(job.outages(), 0))
                        .sum())
                .as("of what was held when it went away, and of three that found it away still")
                .isLessThan(15);
        assertThat(metrics.get("capitune.worker.parts.away").gauge().value()).isZero();
    }

    @Test
    void pageThatLacksAFieldFailsTheProof() {
        RenderStub.answers("<h1>Somebody else</h1>");
        var job = ended(submit());
        assertThat(job.failure()).isEqualTo(FailureCode.PROOF_FAILED);
        assertThat(submissions.used(owner)).isZero();
    }

    @Test
    void textThatWasMadeAPictureFailsTheJobRatherThanBeHidden() {
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p><p style='filter:blur(1px)'>Perdu</p>");
        assertThat(ended(submit()).failure()).isEqualTo(FailureCode.PRINT_FAILED);
    }

    @Test
    void endlessCvIsTooLong() {
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>" + "<p>Encore</p>".repeat(1500));
        assertThat(ended(submit()).failure()).isEqualTo(FailureCode.TOO_LONG);
    }
}
