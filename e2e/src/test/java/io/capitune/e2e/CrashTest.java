package io.capitune.e2e;

import java.time.Duration;

import io.capitune.e2e.crash.CrashRun;
import io.capitune.e2e.system.CapituneSystem;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two minutes of faults by a new seed each time (ADR 0023). It comes last: it has the machine to itself, without the system
 * that the other tests share. It finds processes in {@code /proc}.
 */
@Order(Integer.MAX_VALUE)
@EnabledOnOs(OS.LINUX)
class CrashTest {

    private static final Duration LENGTH = Duration.ofMinutes(2);

    @Test
    void everyAcceptedJobEndsOnceHoweverManyProcessesWereKilledMeanwhile() throws InterruptedException {
        CapituneSystem.stop();

        var outcome = CrashRun.of(CrashRun.newSeed(), LENGTH);

        assertThat(outcome.violations()).as(outcome.summary()).isEmpty();
    }
}
