package io.capitune.cvjob.list;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.resume.ResumeJson;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.status.CvJobViews;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** An owner's jobs, newest first. */
@ApplicationScoped
public class CvJobList {

    /** The most jobs of one part. */
    public static final int MOST = 100;

    private final CvJobs jobs;
    private final CvJobViews views;

    CvJobList(CvJobs jobs, CvJobViews views) {
        this.jobs = jobs;
        this.views = views;
    }

    /**
     * A part of the caller's list.
     *
     * @param cursor {@code next} of the part before; null begins
     * @param limit 1 to {@value #MOST}
     * @throws ProblemException 400 for a cursor or limit that makes no sense
     */
    public CvJobPage page(Caller caller, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(400, "MALFORMED", "limit is 1 to " + MOST + ".");
        }
        var after = cursor == null ? null : CursorText.parse(cursor);
        var found = jobs.list(caller.id(), after, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? CursorText.after(shown.getLast()) : null;
        return new CvJobPage(shown.stream().map(job -> item(caller, job)).toList(), next);
    }

    private CvJobItem item(Caller caller, CvJob job) {
        return new CvJobItem(
                views.of(job, caller.language()),
                title(job),
                job.input().language(),
                job.input().template());
    }

    private static @Nullable String title(CvJob job) {
        if (job.input().targetJob() != null) {
            return job.input().targetJob();
        }
        if (job.composition() != null) {
            return job.composition().document().title();
        }
        var resume = job.input().resume();
        return resume == null ? null : ResumeJson.read(resume).basics().label();
    }
}
