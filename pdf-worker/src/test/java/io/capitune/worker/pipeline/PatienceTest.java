package io.capitune.worker.pipeline;

import java.time.Duration;
import java.util.stream.IntStream;

import io.capitune.cv.job.FailureCode;
import io.capitune.worker.WorkerConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {

    private static final WorkerConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(WorkerConfig.class)
            .build()
            .getConfigMapping(WorkerConfig.class);

    private final Patience patience = new Patience(CONFIG);

    private static StepException passing(FailureCode code) {
        return StepException.passing(code, "", null);
    }

    private static StepException outage(FailureCode code) {
        return StepException.outage(code, "", null, new IllegalStateException());
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureEndsAfterABoundedNumberOfTries(FailureCode code) {
        assertThat(patience.attempts(StepException.lasting(code, ""))).isLessThanOrEqualTo(1);
        assertThat(patience.attempts(passing(code))).isBetween(2, 10);
        assertThat(patience.attempts(outage(code))).isGreaterThan(patience.attempts(passing(code)));
    }

    @Test
    void waitDoublesFromTheFirstToTheLongest() {
        for (var attempt = 1; attempt <= 100; attempt++) {
            var doublings = Math.min(attempt - 1, 10);
            var whole = Math.min(
                    CONFIG.backoff().toMillis() << doublings,
                    CONFIG.longestBackoff().toMillis());
            assertThat(patience.pause(passing(FailureCode.PRINT_FAILED), attempt))
                    .as("attempt %d", attempt)
                    .isBetween(Duration.ofMillis(whole * 3 / 4), Duration.ofMillis(whole));
        }
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        var waits = IntStream.range(0, 100)
                .mapToObj(i -> patience.pause(outage(FailureCode.RENDER_FAILED), 5))
                .distinct();
        assertThat(waits).hasSizeGreaterThan(50);
    }
}
