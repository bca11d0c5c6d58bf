package io.capitune.e2e.crash;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A fault stays until it has met somebody. */
class IllTest {

    private static final Schedule.Planned FULL =
            new Schedule.Planned(Duration.ZERO, Fault.STORAGE_FULL, Duration.ofSeconds(3), 0);
    private static final Schedule.Planned CUT =
            new Schedule.Planned(Duration.ZERO, Fault.STORAGE_CUT, Duration.ofSeconds(3), 0);

    private final Ill ill = new Ill();

    @Test
    void whatHasMetNobodyNeitherEndsNorGivesPlace() {
        ill.fallIll(FULL);

        assertThat(ill.recoverFrom(FULL)).isFalse();
        assertThat(ill.fallIll(CUT)).isFalse();
        assertThat(ill.met()).isEmpty();
        assertThat(ill.meets(any -> true)).isEqualTo(Fault.STORAGE_FULL);
    }

    @Test
    void whatHasMetSomebodyEndsAndGivesPlace() {
        ill.fallIll(FULL);
        ill.meets(any -> true);

        assertThat(ill.fallIll(CUT)).isTrue();
        assertThat(ill.recoverFrom(FULL)).as("it is over already").isTrue();
        assertThat(ill.meets(any -> true)).isEqualTo(Fault.STORAGE_CUT);
        assertThat(ill.recoverFrom(CUT)).isTrue();
        assertThat(ill.meets(any -> true)).isNull();
        assertThat(ill.met()).containsExactlyInAnyOrder(Fault.STORAGE_FULL, Fault.STORAGE_CUT);
    }

    @Test
    void aRequestThatItDoesNotConcernIsNotMet() {
        ill.fallIll(FULL);

        assertThat(ill.meets(present -> present.spoils("GET"))).isNull();
        assertThat(ill.met()).isEmpty();
    }
}
