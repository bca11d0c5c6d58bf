package io.capitune.worker.compose.model;

import java.time.Duration;
import java.util.random.RandomGenerator;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;

/** Waits as long as the endpoint asked; where it did not, twice as long each time, with jitter, up to a limit. */
final class RetryAfterBackoff implements CustomBackoffStrategy {

    private final Duration first;
    private final Duration longest;
    private int attempt;

    RetryAfterBackoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        long doubled = first.toMillis() << Math.min(attempt++, 16);
        if (failure instanceof ModelException.Unavailable unavailable && unavailable.retryAfter() != null) {
            return unavailable.retryAfter().toMillis();
        }
        long jitter = RandomGenerator.getDefault().nextLong(first.toMillis() + 1);
        return Math.min(doubled + jitter, longest.toMillis());
    }
}
