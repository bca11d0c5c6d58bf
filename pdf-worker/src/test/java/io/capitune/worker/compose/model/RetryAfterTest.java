package io.capitune.worker.compose.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | PT0S
            7 | PT7S
            0.25 | PT0.25S
            Mon, 23 Nov 2026 00:00:30 GMT | PT30S
            Sun, 22 Nov 2026 23:59:00 GMT | PT0S
            """)
    void readsSecondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, CLOCK)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "''", "99999999999"})
    void ignoresWhatItCannotRead(String header) {
        assertThat(RetryAfter.parse(header, CLOCK)).isNull();
        assertThat(RetryAfter.parse(null, CLOCK)).isNull();
    }

    @Test
    void waitsDoubleWithJitterUpToALimitUnlessTold() {
        var backoff = new RetryAfterBackoff(Duration.ofMillis(100), Duration.ofMillis(350));
        var busy = new ModelException.Unavailable("429", null, null);
        assertThat(backoff.nextDelayInMillis(busy)).isBetween(100L, 200L);
        assertThat(backoff.nextDelayInMillis(busy)).isBetween(200L, 300L);
        assertThat(backoff.nextDelayInMillis(busy)).isEqualTo(350);
        assertThat(backoff.nextDelayInMillis(new ModelException.Unavailable("429", Duration.ofMillis(5), null)))
                .isEqualTo(5);
    }
}
