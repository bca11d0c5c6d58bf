package io.capitune.cvjob.storage;

import java.io.UncheckedIOException;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.MongoException;
import io.capitune.cvjob.turn.Turns;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has one replica check in each interval, and lets all tell what was found: {@code capitune_storage_orphans},
 * {@code capitune_storage_missing} and, in seconds since 1970, when that was: {@code capitune_storage_checked_seconds}. NaN until there
 * was a check.
 */
@ApplicationScoped
class StorageSchedule {

    private static final Logger LOG = Logger.getLogger(StorageSchedule.class);

    private final StorageCheck check;
    private final StorageReports reports;
    private final Turns turns;
    private final StorageConfig config;
    private volatile @Nullable StorageReport latest;

    StorageSchedule(StorageCheck check, StorageReports reports, Turns turns, StorageConfig config) {
        this.check = check;
        this.reports = reports;
        this.turns = turns;
        this.config = config;
    }

    void register(@Observes StartupEvent start, MeterRegistry metrics) {
        Gauge.builder("capitune.storage.orphans", () -> told(StorageReport::orphans))
                .description("Stored files that nobody refers to, as of the last check")
                .register(metrics);
        Gauge.builder("capitune.storage.missing", () -> told(StorageReport::missing))
                .description("Files of finished jobs that are gone or damaged, as of the last check")
                .register(metrics);
        Gauge.builder("capitune.storage.checked", () -> told(StorageSchedule::seconds))
                .description("When the last check was made, in seconds since 1970")
                .baseUnit("seconds")
                .register(metrics);
    }

    private static double seconds(StorageReport report) {
        return report.at().toEpochMilli() / 1000.0;
    }

    private double told(ToDoubleFunction<StorageReport> figure) {
        var report = latest;
        return report == null ? Double.NaN : figure.applyAsDouble(report);
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        try {
            if (turns.take("storage-check", config.every())) {
                check.run();
            }
            latest = reports.latest().map(StorageReports.Kept::report).orElse(null);
        } catch (UncheckedIOException e) {
            LOG.warnf("No check of the storage: %s", e.getMessage());
        } catch (MongoException e) {
            LOG.debug("No check of the storage: MongoDB is away");
        }
    }
}
