package io.capitune.worker.compose;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.ModelCost;
import io.capitune.cv.job.ModelUse;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.pipeline.RenderStub;
import io.capitune.worker.pipeline.Submissions;
import io.capitune.worker.pipeline.WithRenderStub;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.capitune.worker.compose.ModelStub.answers;
import static io.capitune.worker.compose.ModelStub.content;
import static io.capitune.worker.compose.ModelStub.metered;
import static io.capitune.worker.compose.ModelStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What jobs say of their language model, at their end. */
@QuarkusTest
@WithMongo
@WithTokens
@WithRenderStub
@QuarkusTestResource(value = ModelStub.class, restrictToAnnotatedClass = true)
class ModelCostTest {

    private static final String NOTHING = "{\"lines\":[],\"summary\":\"\",\"skillOrder\":[]}";
    private static final String USAGE =
            "{\"prompt_tokens\":1000,\"completion_tokens\":200,\"prompt_tokens_details\":{\"cached_tokens\":600}}";

    /** 400 x 0.40 + 600 x 0.10 + 200 x 1.60, by a million. */
    private static final BigDecimal PRICE = new BigDecimal("0.00054");

    private static final ModelCost ANSWER = new ModelCost(1, 0, 0, 1000, 600, 200, Map.of("USD", PRICE));

    @Inject
    Submissions submissions;

    @Inject
    Composer composer;

    @Inject
    MongoDatabase database;

    @Inject
    RandomTokens random;

    @Inject
    MeterRegistry metrics;

    private String owner;

    @BeforeEach
    void newOwner() {
        owner = random.id();
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
    }

    @Test
    void jobSaysHowItsModelWasAskedAndWhatItCost() {
        answers(metered(NOTHING, USAGE));
        var job = submissions.ended(submissions.submit(owner, true));
        assertThat(job.status()).isEqualTo(CvJobStatus.DONE);
        assertThat(job.modelCost()).isEqualTo(ANSWER);
        assertThat(job.composition().model()).isEqualTo(new ModelUse("rewrite-1", "rewrite-1", false));
    }

    @Test
    void answerOfNoUseIsPaidForAsWell() {
        answers(metered("Of course!", USAGE), status(503), metered(NOTHING, USAGE));
        var job = submissions.ended(submissions.submit(owner, true));
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(job.modelCost()).isEqualTo(ANSWER.plus(ANSWER));
    }

    @Test
    void failedJobKeepsWhatAllItsTriesCost() {
        answers(metered("Of course!", USAGE));
        var job = submissions.ended(submissions.submit(owner, true));
        assertThat(job.failure()).isEqualTo(FailureCode.MODEL_ANSWER_INVALID);
        assertThat(ModelStub.requests()).hasSize(job.attempts() * 2);
        assertThat(job.modelCost().calls()).isEqualTo(job.attempts() * 2);
        assertThat(job.modelCost().money())
                .isEqualTo(Map.of("USD", PRICE.multiply(BigDecimal.valueOf(job.attempts() * 2L))));
    }

    @Test
    void answerWithoutItsTokensIsOfUnknownCost() {
        answers(content(NOTHING));
        var job = submissions.ended(submissions.submit(owner, true));
        assertThat(job.status()).isEqualTo(CvJobStatus.DONE);
        assertThat(job.modelCost()).isEqualTo(ModelCost.unknown());
    }

    @Test
    void jobThatGetsNoAnswerCostsNothing() {
        answers(status(400));
        assertThat(submissions.ended(submissions.submit(owner, true)).modelCost())
                .isNull();
    }

    @Test
    void secondJobOfTheSameInputCostsNothingAndSaysSo() {
        answers(metered(NOTHING, USAGE));
        var first = submissions.ended(submissions.submit(owner, true));
        var second = submissions.ended(submissions.submit(owner, true));
        assertThat(ModelStub.requests()).hasSize(1);
        assertThat(second.status()).isEqualTo(CvJobStatus.DONE);
        assertThat(second.modelCost()).isNull();
        assertThat(second.composition().document())
                .isEqualTo(first.composition().document());
        assertThat(second.composition().model()).isEqualTo(new ModelUse("rewrite-1", "rewrite-1", true));
    }

    @Test
    void stoppedWorkerAsksNoMoreAndWritesWhatWasPaid() throws Exception {
        answers(metered("Of course!", USAGE), content(NOTHING).withFixedDelay(60_000));
        var id = random.id();
        var jobs = database.getCollection(CvJobs.COLLECTION);
        jobs.insertOne(new Document("_id", id).append("status", "ELSEWHERE"));
        var input = new CvInput("{\"basics\":{\"name\":\"Zoé\"}}", null, null, null, "fr", "classique", "A4", true);
        var composing = new FutureTask<>(
                () -> composer.compose(CvJob.queued(id, owner, input, id, 0, null, 0, null, Instant.now())));
        var thread = Thread.startVirtualThread(composing);
        await().until(() -> ModelStub.requests().size() == 2);

        thread.interrupt();

        assertThatThrownBy(composing::get).hasCauseInstanceOf(ComposeException.class);
        assertThat(ModelStub.requests()).hasSize(2);
        assertThat(jobs.find(new Document("_id", id)).first().getEmbedded(List.of("modelCost", "calls"), 0))
                .isEqualTo(1);
        jobs.deleteOne(new Document("_id", id));
    }

    @Test
    void metricsCountTokensAndMoneyByModel() {
        var prompt = tokens("prompt");
        var cached = tokens("cached");
        var completion = tokens("completion");
        var money = count("capitune.model.cost", "currency", "USD");
        answers(metered(NOTHING, USAGE));
        submissions.ended(submissions.submit(owner, true));
        assertThat(tokens("prompt") - prompt).isEqualTo(1000);
        assertThat(tokens("cached") - cached).isEqualTo(600);
        assertThat(tokens("completion") - completion).isEqualTo(200);
        assertThat(count("capitune.model.cost", "currency", "USD") - money).isBetween(0.000539, 0.000541);
    }

    private double tokens(String kind) {
        return count("capitune.model.tokens", "kind", kind);
    }

    private double count(String name, String tag, String value) {
        return metrics.counter(name, tag, value, "model", "stub-model").count();
    }
}
