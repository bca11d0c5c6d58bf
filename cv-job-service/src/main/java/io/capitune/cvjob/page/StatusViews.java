package io.capitune.cvjob.page;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.QueueFigures;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.OwnCvJobs;
import io.capitune.cvjob.retention.PdfLives;
import io.capitune.cvjob.status.CvJobViews;
import org.jspecify.annotations.Nullable;

/** Puts the page of one CV together. */
@ApplicationScoped
class StatusViews {

    private static final int KILOBYTE = 1000;

    private final OwnCvJobs jobs;
    private final CvJobViews views;
    private final Stages stages;
    private final ProofViews proofs;
    private final CvTitles titles;
    private final PdfLives lives;
    private final QueueFigures figures;

    StatusViews(
            OwnCvJobs jobs,
            CvJobViews views,
            Stages stages,
            ProofViews proofs,
            CvTitles titles,
            PdfLives lives,
            QueueFigures figures) {
        this.jobs = jobs;
        this.views = views;
        this.stages = stages;
        this.proofs = proofs;
        this.titles = titles;
        this.lives = lives;
        this.figures = figures;
    }

    /** The caller's job; 404 where it is not theirs. */
    StatusView of(Caller caller, String id) {
        var job = jobs.get(caller, id);
        var view = views.of(job, caller.language());
        return new StatusView(
                view,
                titles.of(job),
                job.input().template(),
                job.input().language(),
                job.input().pageSize(),
                job.period() == null,
                stages.of(job, view),
                stages.current(job, view),
                job.status().ended() ? 0 : figures.age(id).orElse(Duration.ZERO).toSeconds(),
                lives.of(job),
                done(job));
    }

    private StatusView.@Nullable DoneView done(CvJob job) {
        var pdf = job.pdf();
        var proof = job.proof();
        if (job.status() != CvJobStatus.DONE || pdf == null || proof == null) {
            return null;
        }
        var composition = job.composition();
        return new StatusView.DoneView(
                pdf.pages(),
                Math.ceilDiv(pdf.bytes(), KILOBYTE),
                proofs.of(proof, pdf),
                RewritesView.of(composition),
                composition == null ? List.of() : composition.notes());
    }
}
