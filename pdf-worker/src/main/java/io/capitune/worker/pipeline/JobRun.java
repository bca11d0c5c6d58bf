package io.capitune.worker.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoException;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.Proof;
import io.capitune.cv.job.Stage;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.random.Hashes;
import io.capitune.worker.WorkerConfig;
import io.capitune.worker.lease.ClaimLostException;
import io.capitune.worker.lease.HeldClaims;
import io.capitune.worker.prove.Prover;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/** Takes one claimed job to its end: done, failed, or handed back for another try. */
@ApplicationScoped
public class JobRun {

    private static final Logger LOG = Logger.getLogger(JobRun.class);

    /** While MongoDB is away. */
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

    private final Pipeline pipeline;
    private final JobQueue queue;
    private final HeldClaims claims;
    private final PdfFiles files;
    private final Patience patience;
    private final Duration longestStage;
    private final Clock clock;
    private final MeterRegistry metrics;

    JobRun(
            Pipeline pipeline,
            JobQueue queue,
            HeldClaims claims,
            PdfFiles files,
            WorkerConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.pipeline = pipeline;
        this.queue = queue;
        this.claims = claims;
        this.files = files;
        this.patience = new Patience(config);
        this.longestStage = config.longestStage();
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Never throws. While MongoDB is away the claim is kept, and its job settled as soon as that can be written; after the longest
     * stage it is given up, and comes back when its lease ends.
     */
    public void run(Claim claim) {
        try {
            claims.begin(claim);
            finish(claim, pipeline.print(claim));
        } catch (ClaimLostException e) {
            LOG.infof("Job %s: claim lost", claim.job().id());
        } catch (RuntimeException | Error e) {
            // Errors too, such as an overflowed stack: a job that is not settled is taken for one that kills workers.
            settle(claim, failure(claim, e));
        } finally {
            claims.remove(claim);
        }
    }

    private static StepException failure(Claim claim, Throwable cause) {
        return switch (cause) {
            case StepException known -> known;
            case MongoException away -> {
                LOG.warnf(
                        "Job %s: MongoDB is away; it is handed back when it is there",
                        claim.job().id());
                yield StepException.outage(FailureCode.INTERNAL, "MongoDB was away", null, away);
            }
            default -> {
                LOG.errorf(cause, "Job %s: unexpected", claim.job().id());
                yield StepException.passing(
                        FailureCode.INTERNAL, cause.getClass().getSimpleName(), cause);
            }
        };
    }

    private void finish(Claim claim, Pipeline.Printed printed) {
        var storing = Storing.begin(files, printed.pdf());
        Prover.Result proved;
        try {
            proved = pipeline.prove(claim, printed);
            claims.enter(claim, Stage.STORING);
        } catch (RuntimeException | Error e) {
            storing.undo();
            throw e;
        }
        var blob = pipeline.timed("store", storing::name);
        var pdf = new CvPdf(blob, printed.pdf().length, proved.pages(), Hashes.sha256(printed.pdf()));
        complete(claim, printed.composition(), pdf, proved.proof());
    }

    private void complete(Claim claim, Composition composition, CvPdf pdf, Proof proof) {
        // What a model composed was kept as soon as it was paid for.
        var ending = composition.byRules() ? claim.composed(composition) : claim;
        var event = doneEvent(claim, composition.document());
        List<CvJob> replaced;
        try {
            replaced = pipeline.timed("complete", () -> queue.complete(ending, pdf, proof, event))
                    .orElseThrow(ClaimLostException::new);
        } catch (ClaimLostException e) {
            files.delete(pdf);
            throw e;
        } catch (RuntimeException e) {
            // The answer is lost, the write perhaps not: it may become durable after anybody has looked, but never once
            // the job is settled otherwise. A file too many is found by the storage check; one too few would be
            // somebody's CV.
            if (settle(claim, failure(claim, e))) {
                files.delete(pdf);
                return;
            }
            if (!queue.isCompletedBy(claim, pdf)) {
                return;
            }
            replaced = List.of();
        }
        metrics.counter("capitune.worker.jobs", "outcome", "done").increment();
        replaced.forEach(old -> files.delete(old.pdf()));
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

    /** False where the job is not this claim's to settle any more, or MongoDB was away for too long to know. */
    private boolean settle(Claim claim, StepException failure) {
        var outages = Objects.requireNonNullElse(claim.job().outages(), 0);
        // Each kind of error has its own number of tries: who waited for an outage to end has lost none of the others.
        var attempt = failure.isOutage() ? outages + 1 : Math.max(1, claim.job().attempts() - outages);
        claims.settle(claim);
        var giveUpNanos = System.nanoTime() + longestStage.toNanos();
        while (claims.holds(claim) && System.nanoTime() - giveUpNanos < 0) {
            try {
                return settle(claim, failure, attempt);
            } catch (MongoException e) {
                LOG.debugf("Job %s: MongoDB is away; its end waits", claim.job().id());
            }
            claims.awaitEnd(claim, BETWEEN_WRITES);
        }
        claims.remove(claim);
        LOG.infof("Job %s: given up on the way (%s)", claim.job().id(), failure.getMessage());
        return false;
    }

    /** When it was claimed, by the database's clock. */
    private static Duration age(CvJob job) {
        return job.startedAt() == null ? Duration.ZERO : Duration.between(job.createdAt(), job.startedAt());
    }

    private boolean settle(Claim claim, StepException failure, int attempt) {
        var job = claim.job().id();
        var code = failure.code();
        var reason = failure.getMessage();
        var again = patience.goesOn(failure, attempt, age(claim.job()));
        var settled = again
                ? queue.handBack(claim, patience.pause(failure, attempt), reason, failure.isOutage())
                : queue.fail(claim, code, reason);
        if (!settled) {
            LOG.infof("Job %s: claim lost (%s)", job, reason);
        } else if (again) {
            LOG.infof("Job %s: %s (%s), try %d", job, code, reason, attempt);
            metrics.counter("capitune.worker.retries", "code", code.name()).increment();
        } else {
            LOG.warnf("Job %s failed: %s (%s)", job, code, reason);
            metrics.counter("capitune.worker.jobs", "outcome", code.name()).increment();
        }
        return settled;
    }
}
