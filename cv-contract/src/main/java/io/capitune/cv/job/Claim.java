package io.capitune.cv.job;

import org.jspecify.annotations.Nullable;

/**
 * A job that this worker holds until its lease ends.
 *
 * @param token fences every write; a worker whose token no longer matches has lost the job
 * @param composed what this worker composed and did not keep at once, since composing it again costs nothing; written with the
 *     job's end
 */
public record Claim(CvJob job, String token, @Nullable Composition composed) {

    /** A claim as it begins. */
    public Claim(CvJob job, String token) {
        this(job, token, null);
    }

    /** The same claim, with a composition that is written with the job's end. */
    public Claim composed(Composition composition) {
        return new Claim(job, token, composition);
    }
}
