package io.capitune.bench.print;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is measured is what runs in production. */
class LanesTest {

    @Test
    void lanesAreTheWorkersOwn() {
        var lanes = new Lanes(Path.of("/opt/chromium"), 3);

        assertThat(lanes.chromium()).contains(Path.of("/opt/chromium"));
        assertThat(lanes.laneCount()).isEqualTo(3);
        assertThat(lanes.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(lanes.recycleAfter()).isEqualTo(2000);
        assertThat(lanes.recycleMemory().asLongValue()).isEqualTo(600L << 20);
    }
}
