package io.capitune.auth.admin;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param state {@code open}, {@code suspended}, or {@code closed} while it is being erased
 * @param secondFactor whether it has one; null where nobody looked
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserView(
        String id,
        String email,
        String role,
        @Nullable Instant verifiedAt,
        String locale,
        Instant createdAt,
        String state,
        @Nullable Suspension suspension,
        @Nullable Boolean secondFactor) {

    static UserView of(Account account, @Nullable Boolean secondFactor) {
        return new UserView(
                account.id(),
                account.email(),
                account.role(),
                account.verifiedAt(),
                account.locale(),
                account.createdAt(),
                state(account),
                account.suspension(),
                secondFactor);
    }

    /** Whether it is being erased. */
    public boolean closed() {
        return "closed".equals(state);
    }

    private static String state(Account account) {
        if (account.closedAt() != null) {
            return "closed";
        }
        return account.open() ? "open" : "suspended";
    }

    /** Whether nobody gets in for now. */
    public boolean suspended() {
        return suspension != null;
    }
}
