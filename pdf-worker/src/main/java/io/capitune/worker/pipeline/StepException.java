package io.capitune.worker.pipeline;

import io.capitune.cv.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** A step of a job did not succeed. */
final class StepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;
    private final boolean isTransient;

    private StepException(FailureCode code, boolean isTransient, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
        this.isTransient = isTransient;
    }

    /** Another try may succeed. */
    static StepException passing(FailureCode code, String reason, @Nullable Throwable cause) {
        return new StepException(code, true, reason, cause);
    }

    /** No other try will. */
    static StepException lasting(FailureCode code, String reason) {
        return new StepException(code, false, reason, null);
    }

    FailureCode code() {
        return code;
    }

    boolean isPassing() {
        return isTransient;
    }
}
