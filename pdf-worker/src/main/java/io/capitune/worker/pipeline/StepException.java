package io.capitune.worker.pipeline;

import java.time.Duration;

import io.capitune.cv.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** A step of a job did not succeed. */
final class StepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How long to go on trying. */
    enum Hope {
        /** No other try will succeed. */
        NONE,
        /** Another try may succeed. */
        SOME,
        /** Something that others need as well is away: every job fails until it is back, and then none does. */
        OUTAGE
    }

    private final FailureCode code;
    private final Hope hope;
    private final transient Duration pause;

    private StepException(FailureCode code, Hope hope, String reason, Duration pause, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
        this.hope = hope;
        this.pause = pause;
    }

    /** Another try may succeed. */
    static StepException passing(FailureCode code, String reason, @Nullable Throwable cause) {
        return new StepException(code, Hope.SOME, reason, Duration.ZERO, cause);
    }

    /** Something is away, and asks to be left alone for {@code wait} where that is given. */
    static StepException outage(FailureCode code, String reason, @Nullable Duration wait, Throwable cause) {
        return new StepException(code, Hope.OUTAGE, reason, wait == null ? Duration.ZERO : wait, cause);
    }

    /** No other try will. */
    static StepException lasting(FailureCode code, String reason) {
        return new StepException(code, Hope.NONE, reason, Duration.ZERO, null);
    }

    FailureCode code() {
        return code;
    }

    boolean isOutage() {
        return hope == Hope.OUTAGE;
    }

    Hope hope() {
        return hope;
    }

    /** The least time until the next try. */
    Duration pause() {
        return pause;
    }
}
