package io.capitune.notification;

/** A notification that no later try will deliver; its reason is a short code without personal data. */
public final class PermanentFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The failure, for the reason given. */
    public PermanentFailure(String reason) {
        super(reason, null, false, false);
    }

    /** A short code for the log and the event. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
