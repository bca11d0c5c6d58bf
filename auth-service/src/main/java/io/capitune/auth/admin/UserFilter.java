package io.capitune.auth.admin;

import io.capitune.auth.account.AccountQuery;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator looks for; empty asks for all.
 *
 * @param q how the address begins, or the whole id
 * @param role {@code candidate}, {@code professional} or {@code admin}
 * @param state {@code open} or {@code suspended}
 */
public record UserFilter(String q, String role, String state) {

    /**
     * Reads the parameters of a request.
     *
     * @throws ProblemException 400 for a role or state that is none
     */
    public static UserFilter of(@Nullable String q, @Nullable String role, @Nullable String state) {
        var filter = new UserFilter(text(q), text(role), text(state));
        if (!filter.role.isEmpty() && !Role.isOne(filter.role)) {
            throw new ProblemException(400, "MALFORMED", "role is candidate, professional or admin.");
        }
        if (!filter.state.matches("|open|suspended")) {
            throw new ProblemException(400, "MALFORMED", "state is open or suspended.");
        }
        return filter;
    }

    /** Whether it asks for all. */
    public boolean none() {
        return q.isEmpty() && role.isEmpty() && state.isEmpty();
    }

    AccountQuery query() {
        return new AccountQuery(
                q.isEmpty() ? null : q,
                role.isEmpty() ? null : role,
                state.isEmpty() ? null : state.equals("suspended"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
