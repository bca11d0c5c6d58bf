package io.capitune.auth.account;

import java.time.Instant;
import java.util.List;

/**
 * An account as its owner sees it.
 *
 * @param verified whether a professional's identity is verified
 * @param hasPassword whether it can be opened by a password
 */
public record UserView(
        String id,
        String email,
        List<String> roles,
        String locale,
        Instant createdAt,
        boolean verified,
        boolean hasPassword) {

    public static UserView of(Account account, boolean hasPassword) {
        return new UserView(
                account.id(),
                account.email(),
                account.roles(),
                account.locale(),
                account.createdAt(),
                account.verifiedAt() != null,
                hasPassword);
    }
}
