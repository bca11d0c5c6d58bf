package io.capitune.notification.dispatch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.platform.event.EventQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** {@code capitune_events_lag_seconds}: the age of the oldest event that nobody has settled, by the database's time; 0 where none waits. */
@ApplicationScoped
class EventLag {

    private final EventQueue queue;
    private final LetterWriters writers;
    private final AtomicReference<Duration> lag = new AtomicReference<>(Duration.ZERO);

    EventLag(EventQueue queue, LetterWriters writers, MeterRegistry registry) {
        this.queue = queue;
        this.writers = writers;
        TimeGauge.builder("capitune.events.lag", () -> lag.get().toMillis(), TimeUnit.MILLISECONDS)
                .description("Age of the oldest event that nobody has settled, by the database's time")
                .register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void measure() {
        try {
            lag.set(queue.ageOfOldestOpen(writers.types())
                    .filter(age -> !age.isNegative())
                    .orElse(Duration.ZERO));
        } catch (MongoException away) {
            // Readiness tells; the last value stands.
        }
    }
}
