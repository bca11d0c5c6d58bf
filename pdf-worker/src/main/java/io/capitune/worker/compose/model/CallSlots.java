package io.capitune.worker.compose.model;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * Bounds the calls that this worker has at the model at once. Who comes first goes first; the others wait on their virtual
 * threads, while the leases of their jobs are renewed elsewhere.
 */
@ApplicationScoped
@Startup
class CallSlots {

    private final Semaphore free;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    CallSlots(ModelConfig config, MeterRegistry metrics) {
        free = new Semaphore(config.maxConcurrentCalls(), true);
        metrics.gauge("capitune.model.calls.in.flight", inFlight);
        metrics.gauge("capitune.model.calls.waiting", waiting);
    }

    /** Calls under way. */
    int inFlight() {
        return inFlight.get();
    }

    /** Calls that wait for their turn. */
    int waiting() {
        return waiting.get();
    }

    /**
     * Waits for a slot, however long, and holds it during the call.
     *
     * @throws InterruptedException where the waiting was interrupted; nothing was called then
     */
    <T> T within(Callable<T> call) throws Exception {
        waiting.incrementAndGet();
        try {
            free.acquire();
        } finally {
            waiting.decrementAndGet();
        }
        inFlight.incrementAndGet();
        try {
            return call.call();
        } finally {
            inFlight.decrementAndGet();
            free.release();
        }
    }
}
