package io.capitune.cvjob.remove;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.Garbage;
import io.capitune.cvjob.Caller;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.storage.BlobStore;

/** Removes jobs with their files. */
@ApplicationScoped
public class Removals {

    private final CvJobs jobs;
    private final BlobStore files;

    Removals(CvJobs jobs, BlobStore files) {
        this.jobs = jobs;
        this.files = files;
    }

    /** Removes the caller's job and file; one that has not ended is cancelled and its unit given back. */
    public void remove(Caller caller, String id) {
        var removed = jobs.remove(id, caller.id()).orElseThrow(ProblemException::notFound);
        Garbage.deleteNow(removed.pdf(), files);
    }
}
