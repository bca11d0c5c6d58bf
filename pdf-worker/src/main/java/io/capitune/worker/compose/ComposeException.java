package io.capitune.worker.compose;

import java.time.Duration;

import io.capitune.cv.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** No CV could be composed. The message names no personal data. */
public final class ComposeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;
    private final boolean again;
    private final transient @Nullable Duration retryAfter;

    /** @param retryable whether the same input may succeed a little later */
    public ComposeException(FailureCode code, boolean retryable, String detail, @Nullable Throwable cause) {
        this(code, retryable, detail, null, cause);
    }

    private ComposeException(
            FailureCode code,
            boolean retryable,
            String detail,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.again = retryable;
        this.retryAfter = retryAfter;
    }

    /** The model is away; it may be back, but not before {@code retryAfter} where that is given. */
    static ComposeException away(String detail, @Nullable Duration retryAfter, Throwable cause) {
        return new ComposeException(FailureCode.MODEL_UNAVAILABLE, true, detail, retryAfter, cause);
    }

    /** {@code MODEL_UNAVAILABLE} or {@code MODEL_ANSWER_INVALID}. */
    public FailureCode code() {
        return code;
    }

    public boolean retryable() {
        return again;
    }

    /** How long to wait at least before the next try, or null where nothing is known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
