package io.capitune.cvjob.status;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.OwnCvJobs;
import org.jspecify.annotations.Nullable;

/** Jobs as their owners see them. */
@ApplicationScoped
public class CvJobViews {

    private static final int LAST_EXACT_POSITION = 100;

    private final OwnCvJobs own;
    private final CvJobs jobs;

    CvJobViews(OwnCvJobs own, CvJobs jobs) {
        this.own = own;
        this.jobs = jobs;
    }

    /** The caller's job; 404 where it is not theirs. */
    public CvJobView get(Caller caller, String id) {
        return of(own.state(caller, id), caller.language());
    }

    /**
     * A job's view.
     *
     * @param language {@code fr} or {@code en}
     */
    public CvJobView of(CvJob job, String language) {
        return new CvJobView(
                job.id(),
                lower(job.status()),
                job.stage() == null ? null : lower(job.stage()),
                position(job),
                job.createdAt(),
                job.finishedAt(),
                job.pdf() != null ? "/api/cv/jobs/" + job.id() + "/download" : null,
                failure(job, language));
    }

    private @Nullable Object position(CvJob job) {
        if (job.status() != CvJobStatus.QUEUED) {
            return null;
        }
        var position = jobs.position(job);
        return position > LAST_EXACT_POSITION ? LAST_EXACT_POSITION + "+" : (Object) position;
    }

    private static CvJobView.@Nullable Failure failure(CvJob job, String language) {
        var code = job.failure();
        return code == null
                ? null
                : new CvJobView.Failure(code.name(), FailureWords.of(job, code, language), code.retryable());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
