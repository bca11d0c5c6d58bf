package io.capitune.worker.finish;

import org.jspecify.annotations.Nullable;

/** A print cannot be made the final file: it is broken, or finishing it would hide something of it. */
public final class FinishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FinishException(String message) {
        this(message, null);
    }

    FinishException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
