package io.capitune.bench.memory;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleUnaryOperator;

import io.capitune.bench.report.Report;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a soak says of a worker whose memory climbs. */
class MemoryLogTest {

    private static final int JOBS = 5000;

    private DoubleUnaryOperator browsers = jobs -> 600;
    private final MemoryLog log = new MemoryLog(SoakPlan.recyclingOften(JOBS, 2));

    @Test
    void aWorkerThatHoldsWhatItHeldMeetsEveryGoal() {
        run(jobs -> 30, jobs -> 120);

        assertThat(told()).contains("worker's heap, per 1,000 jobs").doesNotContain("MISSED");
    }

    @Test
    void whatTheFirstHalfLoadsIsNoClimb() {
        run(jobs -> 30, jobs -> 120 + Math.min(jobs, JOBS / 2.0) / 100);

        assertThat(told()).doesNotContain("MISSED");
    }

    @Test
    void aHeapThatClimbsTwoMebibytesAThousandJobsIsMissed() {
        run(jobs -> 30 + 2 * jobs / 1000, jobs -> 120);

        assertThat(told())
                .containsPattern("worker's heap, per 1,000 jobs +2.00 MiB .*MISSED")
                .containsPattern("worker outside of its heap, per 1,000 jobs +0.00 MiB .*met");
    }

    @Test
    void nativeMemoryThatClimbsIsMissed() {
        run(jobs -> 30, jobs -> 120 + 2 * jobs / 1000);

        assertThat(told()).containsPattern("worker outside of its heap, per 1,000 jobs +2.00 MiB .*MISSED");
    }

    @Test
    void nativeMemoryThatScattersIsNoClimb() {
        run(jobs -> 30, jobs -> 120 + jobs % 750 / 50 + 2 * jobs / 1000);

        assertThat(told()).containsPattern("worker outside of its heap, per 1,000 jobs .*met");
    }

    @Test
    void nativeMemoryThatClimbsBeyondItsScatterIsMissed() {
        run(jobs -> 30, jobs -> 120 + jobs % 750 / 50 + 10 * jobs / 1000);

        assertThat(told()).containsPattern("worker outside of its heap, per 1,000 jobs .*MISSED");
    }

    @Test
    void browsersThatScatterAreNoClimb() {
        browsers = jobs -> 580 + jobs % 371 / 10;
        run(jobs -> 30, jobs -> 120);

        assertThat(told()).containsPattern("browsers after a recycling, per 1,000 jobs .*met");
    }

    @Test
    void browsersThatClimbBeyondTheirScatterAreMissed() {
        browsers = jobs -> 580 + jobs % 371 / 10 + 40 * jobs / 1000;
        run(jobs -> 30, jobs -> 120);

        assertThat(told()).containsPattern("browsers after a recycling, per 1,000 jobs .*MISSED");
    }

    private void run(DoubleUnaryOperator heap, DoubleUnaryOperator outside) {
        for (var jobs = JOBS / 20; jobs <= JOBS; jobs += JOBS / 20) {
            log.add(new MemoryLog.Look(jobs, Math.floor(jobs / 300.0), 371, browsers.applyAsDouble(jobs), 2));
            log.add(new Weighing(jobs, heap.applyAsDouble(jobs), outside.applyAsDouble(jobs), 600, 2));
        }
    }

    private String told() {
        var out = new ByteArrayOutputStream();
        log.tell(new Report(new PrintStream(out, true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8);
    }
}
