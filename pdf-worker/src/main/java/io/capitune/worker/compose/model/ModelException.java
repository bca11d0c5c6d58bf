package io.capitune.worker.compose.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The model gave no usable answer. Messages hold no prompt, no key and no personal data. */
public abstract sealed class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** How long the model should be left alone, or null where nothing is known. */
    public @Nullable Duration retryAfter() {
        return null;
    }

    /** Unreachable, overloaded or broken: worth another try. */
    public static final class Unavailable extends ModelException {

        private static final long serialVersionUID = 1L;
        private final transient @Nullable Duration retryAfter;

        Unavailable(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        @Override
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * It asked for a longer wait than one job should hold on, refused us rather than the request (a revoked key, an unpaid bill), or
     * the breaker is open: later, not now.
     */
    public static final class Later extends ModelException {

        private static final long serialVersionUID = 1L;
        private final transient Duration retryAfter;

        Later(String message, Duration retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The endpoint refused the request itself, such as one that is too large: trying again changes nothing. */
    public static final class Refused extends ModelException {

        private static final long serialVersionUID = 1L;

        Refused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** An answer came and is not what was asked for. */
    public static final class InvalidAnswer extends ModelException {

        private static final long serialVersionUID = 1L;

        /** @param message what is wrong with the form of the answer, without its content */
        public InvalidAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
