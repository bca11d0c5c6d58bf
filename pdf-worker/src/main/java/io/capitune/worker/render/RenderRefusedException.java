package io.capitune.worker.render;

/** render-service answered, and will not render this job however often it is asked. */
public final class RenderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RenderRefusedException(int status, Throwable cause) {
        super("render-service answered " + status, cause);
    }
}
