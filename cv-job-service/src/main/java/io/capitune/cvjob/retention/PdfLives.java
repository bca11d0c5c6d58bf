package io.capitune.cvjob.retention;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvExpiries;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.FileExpiry;
import io.capitune.cvjob.plan.Plans;
import org.jspecify.annotations.Nullable;

/** Until when the file of a job is there, as its owner is told. */
@ApplicationScoped
public class PdfLives {

    private final CvExpiries expiries;
    private final Plans plans;
    private final Retention retention;

    PdfLives(CvExpiries expiries, Plans plans, Retention retention) {
        this.expiries = expiries;
        this.plans = plans;
        this.retention = retention;
    }

    /**
     * The life of a file.
     *
     * @param until the last day on which it is there for sure; null where it is kept until its owner deletes it
     * @param announced whether that day is near and was announced
     * @param gone whether it is gone already
     */
    public record PdfLife(@Nullable LocalDate until, boolean announced, boolean gone) {

        private static final PdfLife ENDLESS = new PdfLife(null, false, false);
    }

    /** The life of the job's file; without end for a job that is not done. */
    public PdfLife of(CvJob job) {
        var finishedAt = job.finishedAt();
        if (job.status() != CvJobStatus.DONE || finishedAt == null) {
            return PdfLife.ENDLESS;
        }
        var expiry = expiries.of(job.id()).orElse(null);
        if (job.pdf() == null) {
            return new PdfLife(expiry == null ? null : retention.lastDay(expiry.goesAt()), true, true);
        }
        var keep = plans.of(job.owner()).keepFiles();
        return keep.isZero() ? PdfLife.ENDLESS : kept(retention.end(finishedAt, keep), expiry);
    }

    /** An announced day counts where the plan's own is earlier; where the plan's is later, the announcement is void. */
    private PdfLife kept(Instant end, @Nullable FileExpiry expiry) {
        var announced = expiry != null && !expiry.goesAt().isBefore(end);
        return new PdfLife(retention.lastDay(announced ? expiry.goesAt() : end), announced, false);
    }
}
