package io.capitune.worker.print;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** How lanes open, which they do one after the other. */
class OpeningTest {

    private static final Duration OPENS_WITHIN = Duration.ofSeconds(2);

    private final AtomicReference<Process> started = new AtomicReference<>();

    @AfterEach
    void nothingIsLeft() {
        if (started.get() != null) {
            started.get().destroyForcibly();
        }
    }

    private Process start() {
        try {
            started.set(new ProcessBuilder("sleep", "60").start());
            return started.get();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void timeToOpenBeginsWithTheOpeningAndNotWithTheWaitForIt() {
        var turn = new CountDownLatch(1);
        Lane.Opening opening = begun -> {
            await().until(() -> turn.getCount() == 0);
            begun.accept(ProcessTree.begin());
            try {
                start().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new PrintException("killed", null);
        };
        var waitsSince = System.nanoTime();
        var lane = new Lane(new Orders(), opening, OPENS_WITHIN, Duration.ofSeconds(5));
        await().until(() -> System.nanoTime() - waitsSince > OPENS_WITHIN.toNanos());
        lane.killIfSilent();
        turn.countDown();

        await().until(() -> started.get() != null);
        lane.killIfSilent();
        assertThat(started.get().isAlive()).as("its time has just begun").isTrue();

        await().until(() -> {
            lane.killIfSilent();
            return !started.get().isAlive();
        });
        await().until(lane::isEnded);
    }

    @Test
    void openingThatFailedKnowsNothingOfWhatIsStartedAfterwards() {
        var fonts = new FontBundle();
        var tree = new AtomicReference<ProcessTree>();
        assertThatThrownBy(() -> Tab.open(Path.of("/bin/false"), fonts.configuration(), tree::set))
                .isInstanceOf(RuntimeException.class);

        var other = start();
        tree.get().kill();

        assertThat(other.toHandle().isAlive()).isTrue();
        assertThat(tree.get().privateBytes()).isZero();
        fonts.remove();
    }
}
