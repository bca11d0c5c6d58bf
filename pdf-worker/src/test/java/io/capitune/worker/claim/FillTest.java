package io.capitune.worker.claim;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FillTest {

    private static final int PRINTING = 6;
    private static final int MOST = 200;

    @Test
    void slowModelFillsTheWorkerToItsBound() {
        assertThat(Fill.of(40, 5, PRINTING, MOST)).isEqualTo(MOST);
    }

    @Test
    void fastModelLeavesOthersWhatTheLanesCannotPrintMeanwhile() {
        assertThat(Fill.of(20, 0.5, PRINTING, MOST)).isEqualTo(PRINTING + 2 * 10);
    }

    @Test
    void rulesLeaveOnlyWhatKeepsTheLanesBusy() {
        assertThat(Fill.of(20, 0.002, PRINTING, MOST)).isEqualTo(PRINTING);
        assertThat(Fill.of(20, 2, PRINTING, PRINTING)).isEqualTo(PRINTING);
    }

    @Test
    void slowLanesHoldLess() {
        assertThat(Fill.of(2, 5, PRINTING, MOST)).isEqualTo(PRINTING + 20);
    }
}
