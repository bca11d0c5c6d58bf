package io.capitune.notification.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.MailConfig;
import io.capitune.notification.TemporaryFailure;

/** When an event is tried again: exponential, with jitter so that many do not return at once, never before asked to. */
@ApplicationScoped
class RetryPolicy {

    private final MailConfig config;

    RetryPolicy(MailConfig config) {
        this.config = config;
    }

    /** The wait after the try with this number (from 1); empty where that was the last. */
    Optional<Duration> waitAfter(int attempt, TemporaryFailure failure) {
        if (attempt >= config.attempts()) {
            return Optional.empty();
        }
        var doubled = config.backoff().multipliedBy(1L << Math.min(attempt - 1, 20));
        var ours = shorter(doubled, config.longestBackoff());
        var asked = shorter(failure.retryAfter().orElse(Duration.ZERO), config.longestRetryAfter());
        var jitter = Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(ours.dividedBy(2).toMillis() + 1));
        return Optional.of((asked.compareTo(ours) > 0 ? asked : ours.dividedBy(2)).plus(jitter));
    }

    boolean exhausted(int attempt) {
        return attempt > config.attempts();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
