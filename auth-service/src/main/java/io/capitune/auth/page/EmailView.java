package io.capitune.auth.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The step that asks for an address.
 *
 * @param email what was typed
 * @param invalid whether that is no address
 * @param expired whether the person comes from a code that is no longer good
 */
public record EmailView(String next, String email, boolean shared, boolean invalid, boolean expired) {

    /** Where somebody goes who has a password. */
    public String passwordPath() {
        return "/login/password?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    static EmailView empty(String next) {
        return new EmailView(next, "", false, false, false);
    }

    static EmailView expired(String next) {
        return new EmailView(next, "", false, false, true);
    }
}
