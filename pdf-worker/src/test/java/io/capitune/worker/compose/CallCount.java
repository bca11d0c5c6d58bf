package io.capitune.worker.compose;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Takes its time over each answer, and sees how many calls wait for one at once. */
final class CallCount implements ResponseDefinitionTransformerV2 {

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;

    void begin(Duration each) {
        latency = each;
        most.set(0);
    }

    /** The most calls there were at once. */
    int mostAtOnce() {
        return most.get();
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            Thread.sleep(latency);
            return event.getResponseDefinition();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the stub was stopped", e);
        } finally {
            now.decrementAndGet();
        }
    }

    @Override
    public String getName() {
        return "call-count";
    }
}
