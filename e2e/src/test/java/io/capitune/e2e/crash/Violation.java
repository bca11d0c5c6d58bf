package io.capitune.e2e.crash;

/**
 * Something that must not be.
 *
 * @param job the job's id; empty where it is about none
 */
record Violation(String job, String what) {

    @Override
    public String toString() {
        return job.isEmpty() ? what : "job " + job + ": " + what;
    }
}
