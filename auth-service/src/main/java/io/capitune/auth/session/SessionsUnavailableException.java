package io.capitune.auth.session;

/** MongoDB is away and this process does not know the session: nobody can say whether it lives. */
final class SessionsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionsUnavailableException() {
        super("sessions cannot be looked up", null, false, false);
    }
}
