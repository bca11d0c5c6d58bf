package io.capitune.cv.job;

/** Where a job stands. */
public enum CvJobStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED;

    /** Whether nothing more will happen to the job by itself. */
    public boolean ended() {
        return this == DONE || this == FAILED;
    }
}
