package io.capitune.cv.job;

/**
 * A job that this worker holds until its lease ends.
 *
 * @param token fences every write; a worker whose token no longer matches has lost the job
 */
public record Claim(CvJob job, String token) {}
