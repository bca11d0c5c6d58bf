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

    /** How often a job is tried in all that is as old as that. */
    private int tries(StepException failure, Duration age) {
        return IntStream.rangeClosed(1, 1000)
                .filter(attempt -> !patience.goesOn(failure, attempt, age))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureEndsAfterABoundedNumberOfTries(FailureCode code) {
        var old = CONFIG.outagePatience();
        assertThat(tries(StepException.lasting(code, ""), old)).isEqualTo(1);
        assertThat(tries(passing(code), old)).isBetween(2, 10);
        assertThat(tries(outage(code), old)).isBetween(tries(passing(code), old) + 1, 20);
    }

    @ParameterizedTest
    @EnumSource
    void outageAloneIsWaitedForByWhatIsYoung(FailureCode code) {
        assertThat(tries(outage(code), CONFIG.outagePatience().minusMillis(1))).isEqualTo(Integer.MAX_VALUE);
        assertThat(tries(passing(code), Duration.ZERO)).isEqualTo(tries(passing(code), CONFIG.outagePatience()));
        assertThat(tries(StepException.lasting(code, ""), Duration.ZERO)).isEqualTo(1);
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
