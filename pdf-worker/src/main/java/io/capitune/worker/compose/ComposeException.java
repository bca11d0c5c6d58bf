package io.capitune.worker.compose;

import io.capitune.cv.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** No CV could be composed. */
public final class ComposeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;
    private final boolean retryable;

    /** Says why, without anything of the person's text. */
    public ComposeException(FailureCode code, boolean retryable, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
        this.retryable = retryable;
    }

    /** The job's failure code. */
    public FailureCode code() {
        return code;
    }

    /** Whether another try may succeed. */
    public boolean retryable() {
        return retryable;
    }
}
