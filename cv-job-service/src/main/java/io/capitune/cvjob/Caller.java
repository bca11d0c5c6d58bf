package io.capitune.cvjob;

import io.capitune.platform.security.CurrentUser;

/**
 * Who asks.
 *
 * @param id the account
 * @param language {@code fr} or {@code en}: of what is told, and of a CV that names none
 */
public record Caller(String id, String language) {

    /** The signed-in caller of this request. */
    public static Caller of(CurrentUser user) {
        return new Caller(user.id(), user.locale().getLanguage());
    }

    /** The one of two wordings that the caller reads. */
    public String read(String french, String english) {
        return language.equals("en") ? english : french;
    }
}
