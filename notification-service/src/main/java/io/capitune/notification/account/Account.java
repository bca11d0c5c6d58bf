package io.capitune.notification.account;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.capitune.platform.security.Languages;
import org.jspecify.annotations.Nullable;

/**
 * Where and in which language somebody wants to be written to.
 *
 * @param formerEmails what was the account's address lately and is nobody's now
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(
        String id, String email, String locale, @Nullable List<String> formerEmails) {

    /** All addresses that mails to it went to lately, the one of now first. */
    public List<String> addresses() {
        var former = formerEmails == null ? List.<String>of() : formerEmails;
        return Stream.concat(Stream.of(email), former.stream()).toList();
    }

    /** One of our languages. */
    public Locale language() {
        return Languages.of(locale);
    }

    @Override
    public String toString() {
        return "account " + id;
    }
}
