package io.capitune.worker.pipeline;

import java.io.IOException;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.Stage;
import io.capitune.worker.WorkerConfig;
import io.capitune.worker.compose.ComposeException;
import io.capitune.worker.compose.Composer;
import io.capitune.worker.finish.FinishException;
import io.capitune.worker.finish.Finisher;
import io.capitune.worker.lease.ClaimLostException;
import io.capitune.worker.lease.HeldClaims;
import io.capitune.worker.print.NoLaneException;
import io.capitune.worker.print.PrintException;
import io.capitune.worker.print.Printer;
import io.capitune.worker.prove.Prover;
import io.capitune.worker.render.RenderClient;
import io.capitune.worker.render.RenderRefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** The steps of a job. Each names its failure; what becomes of the job then is {@link JobRun}'s business. */
@ApplicationScoped
class Pipeline {

    private final JobQueue queue;
    private final HeldClaims claims;
    private final Composer composer;
    private final ComposeTimes composeTimes;
    private final RenderClient render;
    private final Printer printer;
    private final Finisher finisher;
    private final Prover prover;
    private final WorkerConfig config;
    private final MeterRegistry metrics;

    Pipeline(
            JobQueue queue,
            HeldClaims claims,
            Composer composer,
            ComposeTimes composeTimes,
            RenderClient render,
            Printer printer,
            Finisher finisher,
            Prover prover,
            WorkerConfig config,
            MeterRegistry metrics) {
        this.queue = queue;
        this.claims = claims;
        this.composer = composer;
        this.composeTimes = composeTimes;
        this.render = render;
        this.printer = printer;
        this.finisher = finisher;
        this.prover = prover;
        this.config = config;
        this.metrics = metrics;
    }

    /** A printed file, neither proved nor stored yet. */
    record Printed(byte[] pdf, Composition composition) {}

    /**
     * Composes, renders, prints and finishes.
     *
     * @throws StepException where a step failed
     * @throws ClaimLostException where the job is no longer ours
     */
    Printed print(Claim claim) {
        var composition = timed("compose", () -> compose(claim));
        claims.enter(claim, Stage.RENDERING);
        var html = timed("render", () -> render(composition, claim.job().input()));
        // While it waits for a lane, it can still be put back at once.
        var printed = timed("print", () -> print(html, () -> claims.enter(claim, Stage.PRINTING)));
        var pdf = timed("finish", () -> finish(printed, html, composition.document()));
        return new Printed(pdf, composition);
    }

    /**
     * Reads back what was printed.
     *
     * @throws StepException where something is missing in it, or it is too long
     * @throws ClaimLostException where the job is no longer ours
     */
    Prover.Result prove(Claim claim, Printed printed) {
        claims.enter(claim, Stage.PROVING);
        return timed("prove", () -> prove(printed.pdf(), printed.composition().document()));
    }

    private Composition compose(Claim claim) {
        var kept = claim.job().composition();
        if (kept != null) {
            return kept;
        }
        try {
            var made = composeTimes.measure(() -> composer.compose(claim.job()));
            if (!made.byRules() && !queue.keep(claim, made)) {
                throw new ClaimLostException();
            }
            return made;
        } catch (ComposeException e) {
            throw failed(e);
        }
    }

    private static StepException failed(ComposeException e) {
        if (!e.retryable()) {
            return StepException.lasting(e.code(), reason(e));
        }
        return e.code() == FailureCode.MODEL_UNAVAILABLE
                ? StepException.outage(e.code(), reason(e), e.retryAfter(), e)
                : StepException.passing(e.code(), reason(e), e);
    }

    private String render(Composition composition, CvInput input) {
        try {
            return render.html(composition.document(), input);
        } catch (RenderRefusedException e) {
            throw StepException.lasting(FailureCode.RENDER_FAILED, reason(e));
        } catch (CircuitBreakerOpenException e) {
            throw StepException.outage(
                    FailureCode.RENDER_FAILED, "render-service has failed too often of late", null, e);
        } catch (RuntimeException e) {
            throw StepException.outage(FailureCode.RENDER_FAILED, reason(e), null, e);
        }
    }

    private byte[] print(String html, Runnable begins) {
        try {
            return printer.print(html, begins);
        } catch (NoLaneException e) {
            throw StepException.outage(FailureCode.PRINT_FAILED, reason(e), null, e);
        } catch (PrintException e) {
            throw StepException.passing(FailureCode.PRINT_FAILED, reason(e), e);
        }
    }

    private byte[] finish(byte[] printed, String html, CvDocument document) {
        try {
            return finisher.finish(printed, html, document);
        } catch (FinishException e) {
            throw StepException.passing(FailureCode.PRINT_FAILED, reason(e), e);
        }
    }

    private Prover.Result prove(byte[] pdf, CvDocument document) {
        Prover.Result result;
        try {
            result = prover.prove(pdf, document);
        } catch (IOException e) {
            throw StepException.passing(FailureCode.PROOF_FAILED, "the file cannot be read", e);
        }
        if (result.pages() > config.maxPages()) {
            throw StepException.lasting(FailureCode.TOO_LONG, result.pages() + " pages");
        }
        if (!result.proof().holds()) {
            throw StepException.lasting(FailureCode.PROOF_FAILED, missing(result));
        }
        return result;
    }

    /** Runs a step and notes how long it took. */
    <T> T timed(String step, Supplier<T> work) {
        return metrics.timer("capitune.worker.step", "step", step).record(work);
    }

    private static String missing(Prover.Result result) {
        var fields = result.proof().fields().stream()
                .filter(field -> !field.complete())
                .map(field -> field.name() + " " + field.found() + "/" + field.expected())
                .toList();
        return "not read back: " + fields + ", lost characters: "
                + result.proof().lostCharacters();
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
