package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    /** Of all people in two minutes. */
    private static final int SUBMISSIONS = 360;

    @Test
    void twoMinutesHoldEveryKindEarlyEnoughToHit() {
        LongStream.range(0, 2000)
                .mapToObj(seed -> Schedule.of(seed, TWO_MINUTES))
                .forEach(schedule -> assertThat(earlyEnough(schedule))
                        .as("seed %d", schedule.seed())
                        .containsExactlyInAnyOrder(Fault.values()));
    }

    private static Set<Fault> earlyEnough(Schedule schedule) {
        return schedule.faults().stream()
                .filter(planned -> planned.at().compareTo(TWO_MINUTES.minus(Hits.TOO_LATE)) <= 0)
                .map(Schedule.Planned::fault)
                .collect(Collectors.toSet());
    }

    @Test
    void aSeedGivesItsScheduleAgain() {
        assertThat(Schedule.of(4711, TWO_MINUTES)).isEqualTo(Schedule.of(4711, TWO_MINUTES));
        assertThat(Schedule.of(4711, TWO_MINUTES).faults())
                .isNotEqualTo(Schedule.of(4712, TWO_MINUTES).faults());
    }

    @Test
    void aSeedGivesEachSubmissionItsEndAgain() {
        assertThat(dues(4711)).isEqualTo(dues(4711)).isNotEqualTo(dues(4712));
    }

    @Test
    void aboutEverySeventhSubmissionOfEverybodyMustFail() {
        LongStream.range(0, 2000)
                .forEach(seed -> assertThat(failing(dues(seed)))
                        .as("seed %d", seed)
                        .isBetween(SUBMISSIONS / Schedule.ONE_FAILS_OF / 2, 2 * SUBMISSIONS / Schedule.ONE_FAILS_OF));
    }

    private static List<Due> dues(long seed) {
        var schedule = Schedule.of(seed, TWO_MINUTES);
        return IntStream.rangeClosed(1, SUBMISSIONS)
                .mapToObj(number -> schedule.due(1 + number % 6, 1 + number / 6))
                .toList();
    }

    private static int failing(List<Due> dues) {
        return Collections.frequency(dues, Due.TOO_LONG);
    }

    @Test
    void aKindThatNeverHitIsFound() {
        var hits = new Hits();
        Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.BROWSER_KILLED)
                .forEach(hits::add);

        assertThat(hits.violations(Schedule.of(4711, TWO_MINUTES)))
                .containsExactly(new Violation("", "BROWSER_KILLED was planned and never hit anything"));
    }

    @Test
    void nothingIsWrongWhereEveryKindHit() {
        var hits = new Hits();
        hits.addAll(EnumSet.allOf(Fault.class));

        assertThat(hits.violations(Schedule.of(4711, TWO_MINUTES))).isEmpty();
    }
}
