package io.capitune.worker.lease;

/** Another worker has the job now, or its owner removed it: whatever was made is thrown away. */
public final class ClaimLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
