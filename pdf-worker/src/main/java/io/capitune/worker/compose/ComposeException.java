package io.capitune.worker.compose;

import io.capitune.cv.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** No CV could be composed. The message names no personal data. */
public final class ComposeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;
    private final boolean again;

    /** @param retryable whether the same input may succeed a little later */
    public ComposeException(FailureCode code, boolean retryable, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.again = retryable;
    }

    /** {@code MODEL_UNAVAILABLE} or {@code MODEL_ANSWER_INVALID}. */
    public FailureCode code() {
        return code;
    }

    public boolean retryable() {
        return again;
    }
}
