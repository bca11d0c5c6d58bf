package io.capitune.notification;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A step that may work later; its reason is a short code without personal data. */
public final class TemporaryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String INTERRUPTED = "INTERRUPTED";

    private final @Nullable Duration retryAfter;

    /** The failure, to be tried again at a time of our choice. */
    public TemporaryFailure(String reason) {
        this(reason, null);
    }

    /** The failure, with the wait that the other side asks for. */
    public TemporaryFailure(String reason, @Nullable Duration retryAfter) {
        super(reason, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** The failure of a call; where the call was interrupted, because we are told to stop, it says so. */
    public static TemporaryFailure of(String reason, Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return new TemporaryFailure(INTERRUPTED);
            }
        }
        return new TemporaryFailure(reason);
    }

    /** Whether it is no failure of the other side: we are told to stop. */
    public boolean interrupted() {
        return INTERRUPTED.equals(reason());
    }

    /** A short code for the log and the event. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** How long the other side wants us to wait, where it said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
