package io.capitune.worker.claim;

import java.time.Duration;

import io.capitune.cv.job.ScriptedQueue;
import io.capitune.worker.WorkerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whose leases have ended while nobody could renew them is not taken for dead. */
class RecoveryTest {

    private final ScriptedQueue queue = new ScriptedQueue(false);

    @Test
    void workerThatHasJustStartedLeavesTheOthersTimeToRenewTheirLeases() {
        var recovery = recovery("1h");

        recovery.recover();

        assertThat(queue.told).containsExactly("woke");
    }

    @Test
    void soDoesOneThatFindsMongoDbAgain() {
        var recovery = recovery("50ms");
        await().until(() -> {
            recovery.recover();
            return queue.told.contains("recovered");
        });
        queue.told.clear();

        queue.away = 1;
        recovery.recover();
        recovery.recover();

        assertThat(queue.told).doesNotContain("recovered");
        await().until(() -> {
            recovery.recover();
            return queue.told.contains("recovered");
        });
    }

    private Recovery recovery(String renewal) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(WorkerConfig.class)
                .withDefaultValue("capitune.worker.renewal", renewal)
                .build()
                .getConfigMapping(WorkerConfig.class);
        return new Recovery(queue, config, new SimpleMeterRegistry());
    }
}
