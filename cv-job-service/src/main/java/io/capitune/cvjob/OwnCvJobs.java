package io.capitune.cvjob;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.platform.error.ProblemException;

/** The caller's own jobs. */
@ApplicationScoped
public class OwnCvJobs {

    private final CvJobs jobs;

    OwnCvJobs(CvJobs jobs) {
        this.jobs = jobs;
    }

    /** The job of that id; 404 also where it is somebody else's. */
    public CvJob get(Caller caller, String id) {
        return jobs.find(id, caller.id()).orElseThrow(ProblemException::notFound);
    }

    /** The same where only its state matters: without composed CV and proof. */
    public CvJob state(Caller caller, String id) {
        return jobs.findState(id, caller.id()).orElseThrow(ProblemException::notFound);
    }
}
