package io.capitune.auth.session;

import java.util.Optional;

/**
 * A session about to be opened.
 *
 * @param secret for the browser's cookie alone
 * @param shared whether others use the device
 * @param former the secret of the session that it replaces
 */
public record Opening(Session session, String secret, boolean shared, Optional<String> former) {

    @Override
    public String toString() {
        return "opening of session " + session.id();
    }
}
