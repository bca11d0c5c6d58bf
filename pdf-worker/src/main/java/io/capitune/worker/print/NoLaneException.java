package io.capitune.worker.print;

/** No lane came to it in time, or only when little was left of it: that says nothing of the document. */
public final class NoLaneException extends PrintException {

    private static final long serialVersionUID = 1L;

    NoLaneException(Throwable cause) {
        super("no lane printed it in time", cause);
    }
}
