package io.capitune.notification.dispatch;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.delivery.WayOut;
import io.micrometer.core.instrument.MeterRegistry;

/** {@code capitune_mails_total} by result ({@code sent}, {@code failed}, {@code retried}), provider and kind. */
@ApplicationScoped
class MailMetrics {

    private final MeterRegistry registry;
    private final WayOut wayOut;

    MailMetrics(MeterRegistry registry, WayOut wayOut) {
        this.registry = registry;
        this.wayOut = wayOut;
    }

    void count(String result, String kind) {
        registry.counter(
                        "capitune.mails",
                        "result",
                        result,
                        "provider",
                        wayOut.kind().label(),
                        "kind",
                        kind)
                .increment();
    }
}
