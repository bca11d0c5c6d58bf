package io.capitune.cvjob.submit;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.quota.Quotas.Place;
import io.capitune.platform.random.RandomTokens;
import org.jspecify.annotations.Nullable;

/** Makes jobs to be queued, of the time that their place is of: no machine's own clock says when a job was submitted. */
@ApplicationScoped
public class NewJobs {

    private final RandomTokens random;

    NewJobs(RandomTokens random) {
        this.random = random;
    }

    /** The first job of a CV. */
    public CvJob first(Caller caller, CvInput input, Place place) {
        var id = random.id();
        return job(id, caller, input, id, 0, place, null);
    }

    /**
     * A further job of a CV: a correction or a retry.
     *
     * @param cv the CV's id
     * @param corrections how many corrections it has had, this one included
     * @param composition the composed CV where it need not be composed again
     */
    public CvJob further(
            Caller caller, CvInput input, String cv, int corrections, Place place, @Nullable Composition composition) {
        return job(random.id(), caller, input, cv, corrections, place, composition);
    }

    private CvJob job(
            String id,
            Caller caller,
            CvInput input,
            String cv,
            int corrections,
            Place place,
            @Nullable Composition composition) {
        return CvJob.queued(
                id, caller.id(), input, cv, corrections, place.period(), place.rank(), composition, place.at());
    }
}
