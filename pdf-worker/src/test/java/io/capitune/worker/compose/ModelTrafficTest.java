package io.capitune.worker.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.capitune.worker.compose.ModelStub.content;
import static org.assertj.core.api.Assertions.assertThat;

/** Many jobs at a model that is slow and well, with the bound and the breaker that are set by default. */
@QuarkusTest
@WithMongo
@QuarkusTestResource(
        value = ModelStub.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "capitune.openai.timeout", value = "30s"),
            @ResourceArg(name = "capitune.openai.breaker-volume", value = "20")
        })
class ModelTrafficTest {

    private static final int BOUND = 200;
    private static final int JOBS = 500;
    private static final CvInput INPUT =
            new CvInput("{\"basics\":{\"name\":\"Zoé Test\"}}", null, "Comptable", null, "fr", "classique", "A4", true);

    @Inject
    Composer composer;

    @Inject
    RandomTokens random;

    @Inject
    MeterRegistry metrics;

    @Test
    void slowModelAnswersAllThatWaitForIt() throws Exception {
        var stub =
                ModelStub.slowly(Duration.ofMillis(1500), content("{\"lines\":[],\"summary\":\"\",\"skillOrder\":[]}"));
        Callable<Composition> job = this::compose;
        long answeredBefore = answered();
        long callsBefore = calls();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(JOBS, job)))
                    .allSatisfy(made -> assertThat(made)
                            .succeedsWithin(Duration.ZERO)
                            .extracting(Composition::composer)
                            .isEqualTo("stub-model"));
        }

        assertThat(stub.mostAtOnce()).as("at once").isBetween(BOUND / 2, BOUND);
        assertThat(ModelStub.requests()).as("nothing was asked twice").hasSize(JOBS);
        assertThat(answered() - answeredBefore).isEqualTo(JOBS);
        assertThat(calls() - callsBefore).as("no other outcome").isEqualTo(JOBS);
    }

    private long calls() {
        return metrics.find("capitune.model.call").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private long answered() {
        return metrics.timer("capitune.model.call", "outcome", "answered").count();
    }

    private Composition compose() {
        var id = random.id();
        return composer.compose(CvJob.queued(id, id, INPUT, id, 0, null, 0, null, Instant.now()));
    }
}
