package io.capitune.auth.admin.page;

import java.util.HashMap;
import java.util.Map;

import io.capitune.auth.admin.Reason;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Why a form was refused, in the reader's words.
 *
 * @param fields what is wrong with a field, by its name
 * @param notice what is wrong with the whole; null where it is the fields
 */
public record FormErrors(
        Map<String, String> fields, @Nullable String notice) {

    static final FormErrors NONE = new FormErrors(Map.of(), null);

    /**
     * What a form can tell.
     *
     * @throws ProblemException the problem itself, where the form is not the place to tell it
     */
    static FormErrors of(ProblemException problem, AdminMessages say) {
        if (problem.status() != 422 && problem.status() != 409) {
            throw problem;
        }
        var fields = new HashMap<String, String>();
        problem.errors().forEach(error -> {
            var name = error.pointer().substring(1);
            fields.put(name, field(name, say));
        });
        return new FormErrors(fields, problem.status() == 409 ? notice(problem.code(), say) : null);
    }

    /** What is wrong with a field; null where nothing is. */
    public @Nullable String field(String name) {
        return fields.get(name);
    }

    private static String field(String name, AdminMessages say) {
        return switch (name) {
            case "reason" -> say.reasonInvalid(Reason.SHORTEST, Reason.LONGEST);
            case "confirmation" -> say.confirmationInvalid();
            case "email" -> say.emailInvalid();
            default -> say.roleInvalid();
        };
    }

    private static String notice(String code, AdminMessages say) {
        return switch (code) {
            case "OWN_ACCOUNT" -> say.ownAccount();
            case "LAST_ADMIN" -> say.lastAdmin();
            case "ADDRESS_CHANGED" -> say.addressChanged();
            case "ALREADY_SUSPENDED" -> say.alreadySuspended();
            case "NOT_SUSPENDED" -> say.notSuspended();
            case "NO_SECOND_FACTOR" -> say.noFactor();
            case "ACCOUNT_EXISTS" -> say.exists();
            default -> say.refused();
        };
    }
}
