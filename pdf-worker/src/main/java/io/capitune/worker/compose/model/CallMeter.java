package io.capitune.worker.compose.model;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** How calls ended and how long they took, without the wait for their slot: {@code capitune_model_call_seconds}. */
@ApplicationScoped
class CallMeter {

    private final MeterRegistry metrics;

    CallMeter(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    <T> T time(Callable<T> call) throws Exception {
        Timer.Sample sample = Timer.start(metrics);
        String outcome = "answered";
        try {
            return call.call();
        } catch (Exception e) {
            outcome = outcome(e);
            throw e;
        } finally {
            sample.stop(metrics.timer("capitune.model.call", "outcome", outcome));
        }
    }

    private static String outcome(Exception e) {
        return switch (e) {
            case ModelException.Refused _ -> "refused";
            case ModelException.Later _ -> "later";
            case TimeoutException _ -> "timeout";
            // Never sent.
            case CircuitBreakerOpenException _ -> "spared";
            default -> "unavailable";
        };
    }
}
