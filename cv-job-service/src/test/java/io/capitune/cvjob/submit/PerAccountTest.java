package io.capitune.cvjob.submit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.capitune.platform.error.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PerAccountTest {

    @Test
    void neverMoreThanOneAtATimeOfOneAccount() throws InterruptedException {
        var turns = new PerAccount(Duration.ofMinutes(1));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var threads = IntStream.range(0, 50)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> turns.inTurn("camille", () -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            return inside.decrementAndGet();
                        })))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whoseTurnDoesNotComeIsToldSoAndDoesNothing() throws InterruptedException {
        var turns = new PerAccount(Duration.ofMillis(20));
        var taken = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var first = Thread.ofVirtual().start(() -> turns.inTurn("camille", () -> hold(taken, over)));
        taken.await();
        var ran = new AtomicInteger();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> turns.inTurn("camille", ran::incrementAndGet))
                .satisfies(busy -> assertThat(busy.code()).isEqualTo("BUSY"));
        assertThat(ran).hasValue(0);
        assertThat(turns.inTurn("awa", () -> "another account")).isEqualTo("another account");

        over.countDown();
        first.join();
        assertThat(turns.inTurn("camille", ran::incrementAndGet)).isEqualTo(1);
    }

    private static boolean hold(CountDownLatch taken, CountDownLatch over) {
        taken.countDown();
        try {
            over.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
