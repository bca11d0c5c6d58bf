package io.capitune.cvjob.metric;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.MongoException;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

/**
 * The queue as an operator watches it: {@code capitune_jobs{status}} and {@code capitune_queue_age_seconds}, of all replicas
 * together. Counted when asked, at most every few seconds; NaN while MongoDB is away.
 */
@ApplicationScoped
class QueueGauges {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final CvJobs jobs;
    private final MeterRegistry metrics;
    private final Clock clock;
    private @Nullable Counted last;

    QueueGauges(CvJobs jobs, MeterRegistry metrics, Clock clock) {
        this.jobs = jobs;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Counted(Instant at, Map<CvJobStatus, Long> jobs, double queueAge) {

        double jobs(CvJobStatus status) {
            return jobs.isEmpty() ? Double.NaN : jobs.getOrDefault(status, 0L);
        }
    }

    void register(@Observes StartupEvent start) {
        for (var status : CvJobStatus.values()) {
            Gauge.builder("capitune.jobs", () -> counted().jobs(status))
                    .description("CV jobs by state")
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
        Gauge.builder("capitune.queue.age", () -> counted().queueAge())
                .description("How long the oldest queued job has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    private synchronized Counted counted() {
        var now = clock.instant();
        var known = last;
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known;
        }
        var counted = count(now);
        last = counted;
        return counted;
    }

    private Counted count(Instant now) {
        try {
            var age = jobs.oldestQueued()
                    .map(since -> Math.max(0, Duration.between(since, now).toMillis() / 1000.0))
                    .orElse(0.0);
            return new Counted(now, jobs.countByStatus(), age);
        } catch (MongoException away) {
            return new Counted(now, Map.of(), Double.NaN);
        }
    }
}
