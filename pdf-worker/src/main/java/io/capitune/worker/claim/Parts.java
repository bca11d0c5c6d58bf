package io.capitune.worker.claim;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.worker.pipeline.PdfFiles;
import io.capitune.worker.render.RenderClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;

/**
 * Whether the parts are there that every job needs, by their breakers. While one is away, each job that is claimed loses a try by
 * it: then none is claimed, and every few seconds one, which finds out.
 */
@ApplicationScoped
class Parts {

    private static final List<String> BREAKERS = List.of(RenderClient.BREAKER, PdfFiles.BREAKER);

    private final CircuitBreakerMaintenance breakers;

    Parts(CircuitBreakerMaintenance breakers, MeterRegistry metrics) {
        this.breakers = breakers;
        metrics.gauge("capitune.worker.parts.away", this, Parts::away);
    }

    /** How many jobs may be held where {@code most} could be. */
    int bound(int most) {
        if (count(CircuitBreakerState.OPEN) > 0) {
            return 0;
        }
        return count(CircuitBreakerState.HALF_OPEN) > 0 ? 1 : most;
    }

    private long away() {
        return BREAKERS.size() - count(CircuitBreakerState.CLOSED);
    }

    private long count(CircuitBreakerState state) {
        return BREAKERS.stream()
                .filter(breaker -> breakers.currentState(breaker) == state)
                .count();
    }
}
