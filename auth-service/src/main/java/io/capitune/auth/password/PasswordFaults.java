package io.capitune.auth.password;

import java.time.Duration;
import java.util.List;

import io.capitune.auth.password.PasswordRules.Fault;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;

/** What API clients are told of a password that will not do, and of too many tries. */
public final class PasswordFaults {

    private PasswordFaults() {}

    /** 422 {@code VALIDATION_FAILED} at {@code /password}. */
    public static ProblemException problem(Fault fault, boolean admin) {
        return ProblemException.validation(List.of(new FieldError("/password", detail(fault, admin))));
    }

    /** 429 {@code RATE_LIMITED}. */
    public static ProblemException limited(Duration retryAfter) {
        var seconds = seconds(retryAfter);
        return new ProblemException(429, "RATE_LIMITED", "Too many tries: try again in " + seconds + " s.")
                .header("Retry-After", Long.toString(seconds));
    }

    /** Whole seconds, so that who waits for them has waited long enough. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String detail(Fault fault, boolean admin) {
        return switch (fault) {
            case TOO_SHORT ->
                "A password has at least " + (admin ? PasswordRules.SHORTEST_OF_ADMINS : PasswordRules.SHORTEST)
                        + " characters.";
            case TOO_LONG -> "A password has at most " + PasswordRules.LONGEST + " characters.";
            case GUESSABLE -> "This password is common or close to the address.";
        };
    }
}
