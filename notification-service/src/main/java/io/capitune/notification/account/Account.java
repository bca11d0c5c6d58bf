package io.capitune.notification.account;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.capitune.platform.security.Languages;

/** Where and in which language somebody wants to be written to. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(String id, String email, String locale) {

    /** One of our languages. */
    public Locale language() {
        return Languages.of(locale);
    }

    @Override
    public String toString() {
        return "account " + id;
    }
}
