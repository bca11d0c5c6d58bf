package io.capitune.cvjob;

import io.capitune.platform.security.CurrentUser;

/**
 * Who asks.
 *
 * @param id the account
 * @param language {@code fr} or {@code en}: of what is told, and of a CV that names none
 * @param onSharedDevice whether others use the device
 */
public record Caller(String id, String language, boolean onSharedDevice) {

    /** Somebody on a device of their own. */
    public Caller(String id, String language) {
        this(id, language, false);
    }

    /** The signed-in caller of this request. */
    public static Caller of(CurrentUser user) {
        return new Caller(user.id(), user.locale().getLanguage(), user.onSharedDevice());
    }

    /** The one of two wordings that the caller reads. */
    public String read(String french, String english) {
        return language.equals("en") ? english : french;
    }
}
