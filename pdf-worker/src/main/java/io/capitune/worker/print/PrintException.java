package io.capitune.worker.print;

import org.jspecify.annotations.Nullable;

/** Printing did not come to an end; another try may. */
public sealed class PrintException extends RuntimeException permits NoLaneException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, without anything of the document. */
    public PrintException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
