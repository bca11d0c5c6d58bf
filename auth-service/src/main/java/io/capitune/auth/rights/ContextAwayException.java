package io.capitune.auth.rights;

/** A context does not do its part now; it may later. */
final class ContextAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContextAwayException(String context, Throwable cause) {
        super(context + " is away: " + cause.getClass().getSimpleName(), cause);
    }
}
