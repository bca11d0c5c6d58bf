package io.capitune.cvjob.metric;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.MongoException;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.QueueFigures;
import io.capitune.cv.job.QueueSwitch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * The queue as an operator watches it: {@code capitune_jobs{status}}, {@code capitune_jobs_failed{code}}, {@code
 * capitune_queue_age_seconds} and {@code capitune_queue_drained}, of all replicas together. Counted when asked, at most every
 * few seconds; NaN while MongoDB is away.
 */
@ApplicationScoped
class QueueGauges {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final QueueFigures figures;
    private final QueueSwitch queue;
    private final MeterRegistry metrics;
    private final Remembered<Counted> counted;

    QueueGauges(QueueFigures figures, QueueSwitch queue, MeterRegistry metrics) {
        this.figures = figures;
        this.queue = queue;
        this.metrics = metrics;
        this.counted = new Remembered<>(this::count, FRESH, System::nanoTime);
    }

    private record Counted(Map<CvJobStatus, Long> jobs, Map<String, Long> failures, double age) {

        private static final Counted NOTHING = new Counted(Map.of(), Map.of(), Double.NaN);

        double jobs(CvJobStatus status) {
            return jobs.isEmpty() ? Double.NaN : jobs.getOrDefault(status, 0L);
        }

        double failures(FailureCode code) {
            return jobs.isEmpty() ? Double.NaN : failures.getOrDefault(code.name(), 0L);
        }
    }

    void register(@Observes StartupEvent start) {
        for (var status : CvJobStatus.values()) {
            var name = status.name().toLowerCase(Locale.ROOT);
            gauge("capitune.jobs", "CV jobs by state", () -> counted.get().jobs(status))
                    .tag("status", name)
                    .register(metrics);
        }
        for (var code : FailureCode.values()) {
            gauge(
                            "capitune.jobs.failed",
                            "Failed CV jobs that are kept, by code",
                            () -> counted.get().failures(code))
                    .tag("code", code.name())
                    .register(metrics);
        }
        gauge(
                        "capitune.queue.age",
                        "How long the oldest queued job has waited",
                        () -> counted.get().age())
                .baseUnit("seconds")
                .register(metrics);
        gauge("capitune.queue.drained", "1 while an operator lets no worker claim", () -> queue.drained() ? 1 : 0)
                .register(metrics);
    }

    private static Gauge.Builder<Supplier<Number>> gauge(String name, String description, Supplier<Number> value) {
        return Gauge.builder(name, value).description(description);
    }

    private Counted count() {
        try {
            var age =
                    figures.longestWait().map(wait -> wait.toMillis() / 1000.0).orElse(0.0);
            return new Counted(figures.byStatus(), figures.failures(), age);
        } catch (MongoException away) {
            return Counted.NOTHING;
        }
    }
}
