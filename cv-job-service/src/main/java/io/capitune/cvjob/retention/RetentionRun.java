package io.capitune.cvjob.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvExpiries;
import io.capitune.cv.job.CvExpiries.FinishedCv;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FileExpiry;
import io.capitune.cv.job.Garbage;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.plan.Plans;
import io.capitune.cvjob.turn.OfDatabase;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.event.EventQueue;
import io.capitune.platform.storage.BlobStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every file whose end may be near and takes the one next step. Any replica may do it at any time, and all go by the
 * database's clock: one whose machine is ahead would remove what was announced just now.
 */
@ApplicationScoped
class RetentionRun {

    private static final Logger LOG = Logger.getLogger(RetentionRun.class);

    private static final int PAGE = 500;

    private final CvExpiries expiries;
    private final CvJobs jobs;
    private final Plans plans;
    private final EventQueue events;
    private final BlobStore files;
    private final Retention retention;
    private final CvJobConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    RetentionRun(
            CvExpiries expiries,
            CvJobs jobs,
            Plans plans,
            EventQueue events,
            BlobStore files,
            Retention retention,
            CvJobConfig config,
            MeterRegistry metrics,
            @OfDatabase Clock clock) {
        this.expiries = expiries;
        this.jobs = jobs;
        this.plans = plans;
        this.events = events;
        this.files = files;
        this.retention = retention;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Goes through all of them, the oldest first, as they are at one moment of the database's time. */
    void run() {
        var now = clock.instant();
        var shortest = config.plans().values().stream()
                .map(CvJobConfig.Plan::keepFiles)
                .filter(keep -> !keep.isZero())
                .min(Duration::compareTo);
        shortest.ifPresent(keep -> runUntil(now.minus(keep).plus(retention.ahead()), now));
    }

    private void runUntil(Instant finishedUntil, Instant now) {
        @Nullable FinishedCv last = null;
        List<FinishedCv> page;
        do {
            page = expiries.withFile(finishedUntil, last, PAGE);
            page.forEach(cv -> stepAlone(cv, now));
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PAGE);
    }

    /** One job that cannot be read keeps none of the others waiting. */
    private void stepAlone(FinishedCv cv, Instant now) {
        try {
            step(cv, now);
        } catch (MongoException away) {
            throw away;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The file of job %s was not looked after", cv.id());
            count("failed", true);
        }
    }

    private void step(FinishedCv cv, Instant now) {
        var keep = plans.of(cv.owner()).keepFiles();
        switch (retention.decide(cv, keep, now)) {
            case Decision.Keep() -> {}
            case Decision.Announce(var goesAt) -> count("announced", announce(cv, goesAt, now));
            case Decision.Spare() -> count("spared", expiries.spare(cv));
            case Decision.AskWhetherTold() -> askWhetherTold(cv, now);
            case Decision.Remove() -> remove(cv, now);
        }
    }

    private boolean announce(FinishedCv cv, Instant goesAt, Instant now) {
        return jobs.find(cv.id())
                .map(job -> {
                    var event = event(job, goesAt, now);
                    return expiries.announce(cv, FileExpiry.announced(event.id(), now, goesAt), event);
                })
                .orElse(false);
    }

    private DomainEvent event(CvJob job, Instant goesAt, Instant now) {
        var document = Optional.ofNullable(job.composition()).map(Composition::document);
        return new DomainEvent(
                "cv.expiring-" + job.id() + "-" + now.toEpochMilli(),
                "cv.expiring",
                job.id(),
                List.of(job.owner()),
                Map.of(
                        "name", document.map(cv -> cv.name()).orElse(""),
                        "title",
                                document.flatMap(cv -> Optional.ofNullable(cv.title()))
                                        .orElse(""),
                        "until", retention.lastDay(goesAt).toString()),
                null,
                now);
    }

    /** A notice that failed, or that is not known any more, is written anew once its time is over; until then the file stays. */
    private void askWhetherTold(FinishedCv cv, Instant now) {
        var expiry = cv.expiry();
        if (expiry == null) {
            return;
        }
        var sent = events.doneAt(expiry.notice());
        if (sent.isPresent()) {
            expiries.told(cv, sent.get());
        } else if (!events.isOpen(expiry.notice()) && retention.isStale(expiry.noticedAt(), now)) {
            count("unsent", expiries.spare(cv));
        }
    }

    private void remove(FinishedCv cv, Instant now) {
        var removed = expiries.remove(cv, now);
        if (removed) {
            Garbage.deleteNow(cv.pdf(), files);
        }
        count("removed", removed);
    }

    private void count(String outcome, boolean done) {
        if (done) {
            metrics.counter("capitune.retention", "outcome", outcome).increment();
        }
    }
}
