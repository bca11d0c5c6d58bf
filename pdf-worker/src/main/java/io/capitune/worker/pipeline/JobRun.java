package io.capitune.worker.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.Stage;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.storage.BlobStore;
import io.capitune.worker.WorkerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/** Takes one claimed job to its end: done, failed, or handed back for another try. */
@ApplicationScoped
public class JobRun {

    private static final Logger LOG = Logger.getLogger(JobRun.class);

    private final Pipeline pipeline;
    private final JobQueue queue;
    private final BlobStore files;
    private final WorkerConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;

    JobRun(
            Pipeline pipeline,
            JobQueue queue,
            BlobStore files,
            WorkerConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.pipeline = pipeline;
        this.queue = queue;
        this.files = files;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Never throws: a job that cannot even be handed back comes back when its lease ends. */
    public void run(Claim claim) {
        try {
            finish(claim, pipeline.run(claim));
        } catch (ClaimLostException e) {
            LOG.infof("Job %s: claim lost", claim.job().id());
        } catch (StepException e) {
            settle(claim, e.code(), e.isPassing(), e.getMessage());
        } catch (MongoException e) {
            LOG.warnf(
                    "Job %s: MongoDB is away; it comes back with its lease",
                    claim.job().id());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Job %s: unexpected", claim.job().id());
            settle(claim, FailureCode.INTERNAL, true, e.getClass().getSimpleName());
        }
    }

    private void finish(Claim claim, Pipeline.Printed printed) {
        if (!queue.enter(claim, Stage.STORING)) {
            throw new ClaimLostException();
        }
        var pdf = store(printed);
        List<CvJob> replaced;
        try {
            replaced = queue.complete(claim, pdf, printed.result().proof(), doneEvent(claim, printed.document()))
                    .orElseThrow(ClaimLostException::new);
        } catch (RuntimeException e) {
            // The answer may be lost while the write was not; only what is surely nobody's is undone.
            if (!queue.isCompletedBy(claim, pdf)) {
                files.delete(pdf.blob());
                throw e;
            }
            replaced = List.of();
        }
        metrics.counter("capitune.worker.jobs", "outcome", "done").increment();
        replaced.stream().map(CvJob::pdf).forEach(old -> {
            if (old != null) {
                files.delete(old.blob());
            }
        });
    }

    private CvPdf store(Pipeline.Printed printed) {
        try {
            var blob = files.put(printed.pdf(), "pdf");
            return new CvPdf(blob, printed.pdf().length, printed.result().pages(), Hashes.sha256(printed.pdf()));
        } catch (RuntimeException e) {
            throw StepException.passing(FailureCode.STORAGE_FAILED, "the file could not be stored", e);
        }
    }

    private DomainEvent doneEvent(Claim claim, CvDocument document) {
        var job = claim.job();
        var title = document.title() == null ? "" : document.title();
        // One event per job by its id, however often the job is worked on.
        return new DomainEvent(
                "cv.done-" + job.id(),
                "cv.done",
                job.id(),
                List.of(job.owner()),
                Map.of("title", title, "name", document.name()),
                null,
                clock.instant());
    }

    private void settle(Claim claim, FailureCode code, boolean passing, String reason) {
        var attempt = claim.job().attempts();
        try {
            if (passing && attempt < config.maxAttempts()) {
                LOG.infof("Job %s: %s (%s), try %d", claim.job().id(), code, reason, attempt);
                queue.handBack(claim, backoff(attempt), reason);
            } else {
                LOG.warnf("Job %s failed: %s (%s)", claim.job().id(), code, reason);
                metrics.counter("capitune.worker.jobs", "outcome", code.name()).increment();
                queue.fail(claim, code, reason);
            }
        } catch (MongoException e) {
            LOG.warnf(
                    "Job %s: MongoDB is away; it comes back with its lease",
                    claim.job().id());
        }
    }

    /** Doubled with each attempt, from half to the whole of it, so that what failed together does not return together. */
    private Duration backoff(int attempt) {
        var longest =
                config.backoff().multipliedBy(1L << Math.min(attempt - 1, 10)).toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
