package io.capitune.worker.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.UsageCounters;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole worker: real MongoDB, real Chromium, and a stand-in for render-service. */
@QuarkusTest
@WithMongo
@WithTokens
@WithRenderStub
class WorkerTest {

    private static final String PERIOD = "2026-11";

    @Inject
    CvJobs jobs;

    @Inject
    UsageCounters usage;

    @Inject
    Transactions transactions;

    @Inject
    RandomTokens random;

    @Inject
    BlobStore files;

    @Inject
    MongoDatabase database;

    private String owner;

    @BeforeEach
    void renderServiceAnswers() {
        owner = random.id();
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
    }

    private String submit() {
        var input = new CvInput(
                "{\"basics\":{\"name\":\"Zoé Test\"}}", null, "Comptable", null, "fr", "classique", "A4", false);
        usage.prepare(owner, PERIOD);
        return transactions.run(session -> {
            usage.reserve(session, owner, PERIOD, 1000, 1000, Duration.ofMinutes(1));
            var id = random.id();
            jobs.add(session, CvJob.queued(id, owner, input, id, 0, PERIOD, 0, null, Instant.now()));
            return id;
        });
    }

    private CvJob ended(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> jobs.find(id).orElseThrow(), job -> job.status().ended());
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
        assertThat(events(job.id())).isEqualTo(1);
        assertThat(usage.used(owner, PERIOD)).isEqualTo(1);
    }

    @Test
    void manyJobsAllEnd() {
        var ids = IntStream.range(0, 30).mapToObj(i -> submit()).toList();
        assertThat(ids).allSatisfy(id -> assertThat(ended(id).status()).isEqualTo(CvJobStatus.DONE));
        assertThat(usage.used(owner, PERIOD)).isEqualTo(30);
    }

    @Test
    void renderServiceThatStaysAwayFailsTheJobAndGivesTheUnitBack() {
        RenderStub.server()
                .register(get(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse().withStatus(503)));
        var job = ended(submit());
        assertThat(job.failure()).isEqualTo(FailureCode.RENDER_FAILED);
        assertThat(job.attempts()).isEqualTo(4);
        assertThat(job.composition()).as("kept for a retry").isNotNull();
        assertThat(usage.used(owner, PERIOD)).isZero();
        assertThat(events(job.id())).isZero();
    }

    @Test
    void renderServiceThatComesBackIsEnough() {
        RenderStub.server()
                .register(get(urlPathEqualTo("/internal/cv-render"))
                        .willReturn(aResponse().withStatus(503)));
        var id = submit();
        await().until(() -> jobs.find(id).orElseThrow().attempts() >= 1);
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
        assertThat(ended(id).status()).isEqualTo(CvJobStatus.DONE);
    }

    @Test
    void pageThatLacksAFieldFailsTheProof() {
        RenderStub.answers("<h1>Somebody else</h1>");
        var job = ended(submit());
        assertThat(job.failure()).isEqualTo(FailureCode.PROOF_FAILED);
        assertThat(usage.used(owner, PERIOD)).isZero();
    }

    @Test
    void endlessCvIsTooLong() {
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>" + "<p>Encore</p>".repeat(1500));
        assertThat(ended(submit()).failure()).isEqualTo(FailureCode.TOO_LONG);
    }
}
