package io.capitune.cv.job;

/** Why a job failed; stable names on the wire. */
public enum FailureCode {
    MODEL_UNAVAILABLE(true),
    MODEL_ANSWER_INVALID(true),
    RENDER_FAILED(true),
    PRINT_FAILED(true),
    PROOF_FAILED(true),
    STORAGE_FAILED(true),
    TOO_LONG(false),
    INTERNAL(true);

    private final boolean retryable;

    FailureCode(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same input may succeed another time. */
    public boolean retryable() {
        return retryable;
    }

    /** Whether the composed CV was sound, so that a retry need not compose again. */
    public boolean afterComposing() {
        return switch (this) {
            case RENDER_FAILED, PRINT_FAILED, STORAGE_FAILED -> true;
            default -> false;
        };
    }
}
