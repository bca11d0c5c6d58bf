package io.capitune.auth.account;

import java.time.Instant;
import java.util.List;

/**
 * An account as its owner sees it.
 *
 * @param verified whether a professional's identity is verified
 */
public record UserView(
        String id, String email, List<String> roles, String locale, Instant createdAt, boolean verified) {

    public static UserView of(Account account) {
        return new UserView(
                account.id(),
                account.email(),
                account.roles(),
                account.locale(),
                account.createdAt(),
                account.verifiedAt() != null);
    }
}
