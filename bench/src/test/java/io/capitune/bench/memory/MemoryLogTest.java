package io.capitune.bench.memory;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import io.capitune.bench.report.Report;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a soak says of a worker whose memory climbs, and of one of which it cannot tell. */
class MemoryLogTest {

    private static final int JOBS = 5000;
    private static final int LANES = 2;
    private static final int LOOK_EVERY = 25;
    private static final int RECYCLE_EVERY = 200;
    private static final int RESTS_FROM = 3000;

    private DoubleUnaryOperator heap = jobs -> 30;
    private DoubleUnaryOperator outside = jobs -> 120;
    private DoubleUnaryOperator browser = jobs -> 240;
    private int recycleEvery = RECYCLE_EVERY;
    private MemoryLog log = new MemoryLog(SoakPlan.recyclingOften(JOBS, LANES));

    @Test
    void aWorkerThatHoldsWhatItHeldMeetsEveryGoal() {
        run();

        assertThat(told()).contains("worker's heap, per 1,000 jobs").doesNotContain("MISSED", "not decided");
    }

    @Test
    void aHeapThatClimbsTwoMebibytesAThousandJobsIsMissed() {
        heap = jobs -> 30 + 2 * jobs / 1000;
        run();

        assertThat(told())
                .containsPattern("worker's heap, per 1,000 jobs +2.00 MiB .*: MISSED")
                .containsPattern("worker outside of its heap, per 1,000 jobs +0.00 MiB .*: met");
    }

    @Test
    void nativeMemoryThatClimbsIsMissed() {
        outside = jobs -> 120 + 2 * jobs / 1000;
        run();

        assertThat(told()).containsPattern("worker outside of its heap, per 1,000 jobs +2.00 MiB .*: MISSED");
    }

    @Test
    void nativeMemoryThatScattersIsNotDecided() {
        outside = jobs -> 120 + jobs % 750 / 50;
        run();

        assertThat(told()).containsPattern("worker outside of its heap, per 1,000 jobs .*: not decided");
    }

    @Test
    void nativeMemoryThatClimbsBeyondItsScatterIsMissed() {
        outside = jobs -> 120 + jobs % 750 / 50 + 20 * jobs / 1000;
        run();

        assertThat(told()).containsPattern("worker outside of its heap, per 1,000 jobs .*: MISSED");
    }

    @Test
    void browsersAreComparedAtTheSameAge() {
        browser = jobs -> 200 + jobs % RECYCLE_EVERY / 2;
        run();

        assertThat(told()).containsPattern("a browser of the same age, per 1,000 jobs +0.00 MiB .*: met");
    }

    @Test
    void browsersThatHoldMoreFromOneToTheNextAreMissed() {
        browser = jobs -> 200 + jobs % RECYCLE_EVERY / 2 + 2 * Math.floor(jobs / RECYCLE_EVERY);
        run();

        assertThat(told())
                .containsPattern("a browser of the same age, per 1,000 jobs +10.00 MiB .*: MISSED")
                .containsPattern("worker and all browsers, per 1,000 jobs .*: MISSED");
    }

    @Test
    void browsersThatScatterAreNotDecided() {
        browser = jobs -> 200 + 60 * (Math.floor(jobs / RECYCLE_EVERY) % 3);
        run();

        assertThat(told()).containsPattern("a browser of the same age, per 1,000 jobs .*: not decided");
    }

    @Test
    void whatClimbsALittleEachClimbsTogether() {
        heap = jobs -> 30 + 0.9 * jobs / 1000;
        outside = jobs -> 120 + 0.9 * jobs / 1000;
        browser = jobs -> 240 + 0.9 * Math.floor(jobs / RECYCLE_EVERY) * RECYCLE_EVERY / 1000;
        run();

        assertThat(told())
                .containsPattern("a browser of the same age, per 1,000 jobs +0.90 MiB .*: met")
                .containsPattern("worker and all browsers, per 1,000 jobs +3.60 MiB .*: MISSED");
    }

    @Test
    void browsersThatCollectWhileWorkRestsAreNotComparedWithThoseThatWork() {
        browser = jobs -> jobs > RESTS_FROM ? 180 : 240;
        run();

        assertThat(told()).containsPattern("a browser of the same age, per 1,000 jobs +0.00 MiB .*: met");
    }

    @Test
    void noLookAfterARecyclingMeetsNothingThatIsSaidOfBrowsers() {
        recycleEvery = 2 * JOBS;
        run();

        assertThat(told())
                .containsPattern("browsers after a recycling, most .*, by 0 looks: MISSED")
                .containsPattern("a browser of the same age, per 1,000 jobs .*by 0 points: not decided")
                .containsPattern("worker and all browsers, per 1,000 jobs .*by 0 points: not decided");
    }

    @Test
    void nothingIsSaidOfRecyclingsWhereThereAreToBeNone() {
        log = new MemoryLog(SoakPlan.byDefault(1000, LANES));
        recycleEvery = 2 * JOBS;
        run();

        assertThat(told()).doesNotContain("after a recycling", "MISSED", "not decided");
    }

    /** One lane after the other is replaced, each time at a look; what a browser holds is told by when it is looked at. */
    private void run() {
        for (var jobs = 0; jobs <= JOBS; jobs += LOOK_EVERY) {
            var recycled = jobs / recycleEvery * LANES;
            var held = browser.applyAsDouble(jobs);
            log.add(new MemoryLog.Look(
                    jobs,
                    recycled,
                    300,
                    LANES * held,
                    LANES,
                    Map.of("lane " + recycled, held, "lane " + (recycled + 1), held)));
            if (jobs >= RESTS_FROM && jobs % (JOBS / 20) == 0) {
                log.add(new Weighing(jobs, heap.applyAsDouble(jobs), outside.applyAsDouble(jobs), 600, LANES));
            }
        }
    }

    private String told() {
        var out = new ByteArrayOutputStream();
        log.tell(new Report(new PrintStream(out, true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8);
    }
}
