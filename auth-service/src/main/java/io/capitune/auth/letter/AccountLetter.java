package io.capitune.auth.letter;

import java.time.Duration;
import java.util.Map;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A mail about an account. It travels sealed, since it may carry a link that opens something, and names an address.
 *
 * @param kind which one, such as {@code password-changed}; notification-service has the words of each
 * @param locale its language
 * @param details what its words name, such as {@code device}
 * @param path the path of this site that its button leads to, with a secret in it where one is needed; null for none
 * @param validFor after which it is of no use any more and is not sent; null for always
 */
public record AccountLetter(
        String kind,
        EmailAddress to,
        String locale,
        Map<String, String> details,
        @Nullable String path,
        @Nullable Duration validFor) {

    public AccountLetter {
        details = Map.copyOf(details);
    }

    /** One that tells something and leads nowhere. */
    public static AccountLetter notice(String kind, EmailAddress to, String locale, Map<String, String> details) {
        return new AccountLetter(kind, to, locale, details, null, null);
    }

    /** One that tells of a change in how the account is protected, and leads to the page that shows it. */
    public static AccountLetter aboutSecurity(String kind, Account account, Map<String, String> details) {
        return new AccountLetter(
                kind, new EmailAddress(account.email()), account.locale(), details, "/account/security", null);
    }

    @Override
    public String toString() {
        return "a letter: " + kind;
    }
}
