package io.capitune.bench.memory;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import io.capitune.bench.memory.Climb.Held;
import io.capitune.bench.report.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a line through weighings says, held against 1 MiB per 1,000 jobs. */
class ClimbTest {

    @Test
    void whatStaysIsMet() {
        assertThat(climb(10, jobs -> 100).within(1)).isEqualTo(Verdict.MET);
    }

    @Test
    void aClimbIsMissed() {
        assertThat(climb(10, jobs -> 100 + 2 * jobs / 1000).within(1)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void whatScattersMoreThanTheLimitIsNotDecided() {
        assertThat(climb(10, jobs -> 100 + jobs % 700 / 10).within(1)).isEqualTo(Verdict.NOT_DECIDED);
    }

    @Test
    void moreScatterDoesNotMeetIt() {
        for (var scatter = 1; scatter < 100; scatter++) {
            var much = scatter;
            assertThat(climb(10, jobs -> 100 + 2 * jobs / 1000 + jobs % 700 / 700 * much)
                            .within(1))
                    .as("scatter of %d MiB", scatter)
                    .isNotEqualTo(Verdict.MET);
        }
    }

    @Test
    void fewerThanThreeWeighingsDecideNothing() {
        assertThat(climb(2, jobs -> 100).within(1)).isEqualTo(Verdict.NOT_DECIDED);
        assertThat(climb(1, jobs -> 100).within(1)).isEqualTo(Verdict.NOT_DECIDED);
        assertThat(climb(0, jobs -> 100).within(1)).isEqualTo(Verdict.NOT_DECIDED);
    }

    @Test
    void weighingsOfOneMomentDecideNothing() {
        var moment = new Held(500, 100);

        assertThat(Climb.of(List.of(moment, moment, moment)).within(1)).isEqualTo(Verdict.NOT_DECIDED);
    }

    /** By hand: residuals -0.5, 1, -0.5 around a slope of 1; the root of 1.5 / 1 / 2. */
    @Test
    void theErrorIsThatOfLeastSquares() {
        var climb = Climb.of(List.of(new Held(0, 0), new Held(1000, 2.5), new Held(2000, 2)));

        assertThat(climb.slope()).isCloseTo(1, within(1e-9));
        assertThat(climb.error()).isCloseTo(Math.sqrt(0.75), within(1e-9));
    }

    private static Climb climb(int points, DoubleUnaryOperator held) {
        return Climb.of(IntStream.range(0, points)
                .mapToObj(i -> new Held(250 * i, held.applyAsDouble(250 * i)))
                .toList());
    }
}
