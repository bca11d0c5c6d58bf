package io.capitune.auth.password;

import java.util.List;

import io.capitune.auth.password.PasswordRules.Fault;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;

/** What API clients are told of a password that will not do. */
public final class PasswordFaults {

    private PasswordFaults() {}

    /** 422 {@code VALIDATION_FAILED} at {@code /password}. */
    public static ProblemException problem(Fault fault, boolean admin) {
        return ProblemException.validation(List.of(new FieldError("/password", detail(fault, admin))));
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
