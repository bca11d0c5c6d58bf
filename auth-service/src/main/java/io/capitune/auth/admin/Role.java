package io.capitune.auth.admin;

import java.time.Instant;
import java.util.Set;

import io.capitune.auth.account.Account;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What an account may be.
 *
 * @param verified whether a professional's identity is verified; false for all others
 */
public record Role(String name, boolean verified) {

    private static final Set<String> NAMES = Set.of(Account.CANDIDATE, Account.PROFESSIONAL, Account.ADMIN);

    /**
     * Reads what was chosen.
     *
     * @throws ProblemException 422 at {@code /role} for what is none
     */
    static Role of(@Nullable String name, boolean verified) {
        if (name == null || !isOne(name)) {
            throw ProblemException.validation(java.util.List.of())
                    .error("/role", "A role is candidate, professional or admin.");
        }
        return new Role(name, verified && name.equals(Account.PROFESSIONAL));
    }

    /** The one that an account has. */
    static Role of(Account account) {
        return new Role(
                account.role(), account.verifiedAt() != null && account.role().equals(Account.PROFESSIONAL));
    }

    static boolean isOne(String name) {
        return NAMES.contains(name);
    }

    boolean isAdmin() {
        return name.equals(Account.ADMIN);
    }

    @Nullable
    Instant verifiedAt(Instant now) {
        return verified ? now : null;
    }

    /** As the audit log tells it. */
    String written() {
        return verified ? name + ", verified" : name;
    }
}
