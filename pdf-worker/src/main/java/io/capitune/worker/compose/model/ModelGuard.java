package io.capitune.worker.compose.model;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.faulttolerance.api.TypedGuard;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Retries around a slot around breaker and timeout. In this order a call that waits for its slot does not use up its timeout,
 * one that waits for its retry holds no slot, and a breaker that opened meanwhile lets nobody through who waited.
 *
 * <p>Two guards, since one would put its bulkhead inside its timeout.
 */
@ApplicationScoped
class ModelGuard {

    private final ModelConfig config;
    private final CallSlots slots;
    private final CallMeter meter;
    private final TypedGuard<String> retries;
    private final TypedGuard<String> single;

    ModelGuard(ModelConfig config, CallSlots slots, CallMeter meter) {
        this.config = config;
        this.slots = slots;
        this.meter = meter;
        this.retries = retries(config);
        this.single = single(config);
    }

    /** @throws ModelException where there is no answer after all retries */
    String call(Callable<String> call) {
        try {
            return retries.call(() -> slots.within(() -> meter.time(() -> single.call(call))));
        } catch (ModelException e) {
            throw e;
        } catch (CircuitBreakerOpenException e) {
            throw new ModelException.Later("the model has failed too often of late", config.breakerDelay(), e);
        } catch (TimeoutException e) {
            throw new ModelException.Unavailable("no answer within " + config.timeout(), null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException.Unavailable("the call was interrupted", null, e);
        } catch (Exception e) {
            throw new ModelException.Unavailable(
                    "the call failed: " + e.getClass().getSimpleName(), null, e);
        }
    }

    private static TypedGuard<String> single(ModelConfig config) {
        return TypedGuard.create(String.class)
                .withDescription("openai")
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .name("openai")
                .failOn(List.of(ModelException.Unavailable.class, ModelException.Later.class, TimeoutException.class))
                .requestVolumeThreshold(config.breakerVolume())
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    private static TypedGuard<String> retries(ModelConfig config) {
        return TypedGuard.create(String.class)
                .withDescription("openai retries")
                .withRetry()
                .maxRetries(config.maxRetries())
                .maxDuration(0, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .retryOn(List.of(ModelException.Unavailable.class, TimeoutException.class))
                .withCustomBackoff()
                .strategy(() -> new RetryAfterBackoff(config.retryDelay(), config.maxRetryDelay()))
                .done()
                .done()
                .build();
    }
}
