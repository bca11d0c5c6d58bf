package io.capitune.auth.page;

/**
 * The step that asks for an address.
 *
 * @param email what was typed
 * @param invalid whether that is no address
 * @param expired whether the person comes from a code that is no longer good
 */
public record EmailView(String next, String email, boolean shared, boolean invalid, boolean expired) {

    static EmailView empty(String next) {
        return new EmailView(next, "", false, false, false);
    }

    static EmailView expired(String next) {
        return new EmailView(next, "", false, false, true);
    }
}
