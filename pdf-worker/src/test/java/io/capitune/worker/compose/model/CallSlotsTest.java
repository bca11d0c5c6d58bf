package io.capitune.worker.compose.model;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class CallSlotsTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CallSlots slots =
            new CallSlots(TestModelConfig.with("capitune.openai.max-concurrent-calls", "1"), metrics);
    private final CountDownLatch answer = new CountDownLatch(1);

    private int gauge(String name) {
        return (int) metrics.get("capitune.model.calls." + name).gauge().value();
    }

    private Future<String> holdTheOnlySlot() {
        var call = new FutureTask<>(() -> slots.within(() -> {
            answer.await();
            return "first";
        }));
        Thread.startVirtualThread(call);
        await().until(() -> gauge("in.flight") == 1);
        return call;
    }

    @Test
    void callBeyondTheBoundWaitsForItsTurn() throws Exception {
        var first = holdTheOnlySlot();
        var second = new FutureTask<>(() -> slots.within(() -> "second"));
        Thread.startVirtualThread(second);
        await().until(() -> gauge("waiting") == 1);
        assertThat(second.isDone()).isFalse();
        answer.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isEqualTo("second");
        assertThat(gauge("waiting")).isZero();
    }

    @Test
    void waitingCallCanBeInterrupted() throws Exception {
        var first = holdTheOnlySlot();
        var second = new FutureTask<>(() -> slots.within(() -> "second"));
        var thread = Thread.startVirtualThread(second);
        await().until(() -> gauge("waiting") == 1);
        thread.interrupt();
        assertThatThrownBy(second::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(gauge("waiting")).isZero();
        answer.countDown();
        first.get();
        assertThat(slots.<String>within(() -> "third")).isEqualTo("third");
    }

    @Test
    void failedCallFreesItsSlot() throws Exception {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> slots.within(() -> {
                    throw new IOException("no");
                }));
        assertThat(slots.<String>within(() -> "next")).isEqualTo("next");
        assertThat(gauge("in.flight")).isZero();
    }
}
