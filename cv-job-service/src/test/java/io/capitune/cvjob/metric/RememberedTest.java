package io.capitune.cvjob.metric;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    private Remembered<Integer> figure(Duration cost) {
        return new Remembered<>(
                () -> {
                    pass(cost);
                    return asked.incrementAndGet();
                },
                Duration.ofSeconds(5),
                nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void cheapFigureIsKeptForAFewSeconds() {
        var figure = figure(Duration.ofMillis(1));
        assertThat(figure.get()).isEqualTo(1);
        pass(Duration.ofMillis(4_900));
        assertThat(figure.get()).isEqualTo(1);
        pass(Duration.ofMillis(200));
        assertThat(figure.get()).isEqualTo(2);
    }

    @Test
    void dearFigureIsKeptAHundredTimesAsLongAsItTook() {
        var figure = figure(Duration.ofMillis(500));
        assertThat(figure.get()).isEqualTo(1);
        pass(Duration.ofSeconds(49));
        assertThat(figure.get()).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        assertThat(figure.get()).isEqualTo(2);
    }

    @Test
    void nothingIsKeptForMoreThanAMinute() {
        var figure = figure(Duration.ofSeconds(30));
        assertThat(figure.get()).isEqualTo(1);
        pass(Duration.ofSeconds(61));
        assertThat(figure.get()).isEqualTo(2);
    }
}
