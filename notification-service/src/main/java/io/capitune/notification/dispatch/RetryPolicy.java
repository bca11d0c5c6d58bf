package io.capitune.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.MailConfig;
import io.capitune.notification.TemporaryFailure;
import io.capitune.platform.event.ClaimedEvent;

/**
 * When an event is tried again: exponential, with jitter so that many do not return at once, never before asked to, and until
 * it is too old, however often that is.
 */
@ApplicationScoped
class RetryPolicy {

    private final MailConfig config;
    private final Clock clock;

    RetryPolicy(MailConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The wait after the try that failed; empty where the event is too old for another. */
    Optional<Duration> waitAfter(ClaimedEvent claimed, TemporaryFailure failure) {
        if (isOlder(claimed, patience())) {
            return Optional.empty();
        }
        var doubled = config.backoff().multipliedBy(1L << Math.min(claimed.attempts() - 1, 20));
        var ours = shorter(doubled, config.longestBackoff());
        var asked = shorter(failure.retryAfter().orElse(Duration.ZERO), config.longestRetryAfter());
        var jitter = Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(ours.dividedBy(2).toMillis() + 1));
        return Optional.of((asked.compareTo(ours) > 0 ? asked : ours.dividedBy(2)).plus(jitter));
    }

    /**
     * Whether it is not even to be tried: a try that fails at that age settles the event, so there was none that came to an
     * end, and handling it may be what ends the process. Twice the age, since nothing was tried while the service was down.
     */
    boolean exhausted(ClaimedEvent claimed) {
        return claimed.attempts() > 1 && isOlder(claimed, patience().multipliedBy(2));
    }

    /** No longer than the mail is kept: what waits is not to be written anew, with other words under the same id. */
    private Duration patience() {
        return shorter(config.giveUpAfter(), config.keep());
    }

    private boolean isOlder(ClaimedEvent claimed, Duration age) {
        return claimed.event().at().plus(age).isBefore(clock.instant());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
