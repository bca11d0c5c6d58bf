package io.capitune.notification.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.PermanentFailure;
import io.capitune.notification.TemporaryFailure;
import io.capitune.notification.delivery.Deliveries;
import io.capitune.platform.event.ClaimedEvent;
import io.capitune.platform.event.EventQueue;
import org.jboss.logging.Logger;

/** Turns one claimed event into its mail and settles it: done, to be tried again, or failed. */
@ApplicationScoped
class Notification {

    private static final Logger LOG = Logger.getLogger(Notification.class);

    private final EventQueue queue;
    private final LetterWriters writers;
    private final Deliveries deliveries;
    private final RetryPolicy retries;
    private final MailMetrics metrics;

    Notification(
            EventQueue queue, LetterWriters writers, Deliveries deliveries, RetryPolicy retries, MailMetrics metrics) {
        this.queue = queue;
        this.writers = writers;
        this.deliveries = deliveries;
        this.retries = retries;
        this.metrics = metrics;
    }

    /** Handles the event; where {@code stopping} turns true on the way, what could not be finished is handed back at once. */
    void handle(ClaimedEvent claimed, BooleanSupplier stopping) {
        var event = claimed.event();
        var writer = writers.of(event);
        try {
            if (retries.exhausted(claimed)) {
                throw new PermanentFailure("TOO_OLD");
            }
            writer.check(event);
            if (deliveries.deliver(event.id(), writer.kind(), () -> writer.write(event))) {
                metrics.count("sent", writer.kind());
            }
            queue.done(claimed);
        } catch (PermanentFailure failure) {
            fail(claimed, writer.kind(), failure.reason());
        } catch (TemporaryFailure failure) {
            putOff(claimed, writer.kind(), failure, stopping.getAsBoolean());
        } catch (RuntimeException unexpected) {
            // Its message might hold personal data, so only the type is logged.
            LOG.errorf("Event %s: %s", event.id(), unexpected.getClass().getName());
            putOff(claimed, writer.kind(), new TemporaryFailure("INTERNAL"), stopping.getAsBoolean());
        }
    }

    private void putOff(ClaimedEvent claimed, String kind, TemporaryFailure failure, boolean stopping) {
        // The interruption that ended a call must not end the write that hands the event back.
        Thread.interrupted();
        if (stopping) {
            queue.retryAt(claimed, Duration.ZERO, "STOPPING");
        } else {
            tryAgain(claimed, kind, failure);
        }
    }

    private void tryAgain(ClaimedEvent claimed, String kind, TemporaryFailure failure) {
        var wait = retries.waitAfter(claimed, failure);
        if (wait.isEmpty()) {
            fail(claimed, kind, failure.reason());
            return;
        }
        LOG.infof(
                "Event %s (%s): %s, try %d, again in %d s",
                claimed.event().id(),
                kind,
                failure.reason(),
                claimed.attempts(),
                wait.get().toSeconds());
        metrics.count("retried", kind);
        queue.retryAt(claimed, wait.get(), failure.reason());
    }

    private void fail(ClaimedEvent claimed, String kind, String reason) {
        LOG.warnf("Event %s (%s) failed: %s", claimed.event().id(), kind, reason);
        metrics.count("failed", kind);
        deliveries.giveUp(claimed.event().id());
        queue.failed(claimed, reason);
    }
}
