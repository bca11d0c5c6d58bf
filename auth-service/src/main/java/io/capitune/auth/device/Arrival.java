package io.capitune.auth.device;

import java.util.Optional;

import jakarta.ws.rs.core.NewCookie;

import io.capitune.auth.account.Account;

/**
 * A device in which an account is about to be opened.
 *
 * @param id what the account would know it by
 * @param cookie for a browser that is remembered
 */
public record Arrival(String id, Account account, DeviceName name, Kind kind, Optional<NewCookie> cookie) {

    /** What comes. */
    enum Kind {
        BROWSER,
        /** A browser that others use, too: it keeps nothing, so that it is new each time. */
        SHARED_BROWSER,
        CLIENT
    }

    @Override
    public String toString() {
        return "an arrival";
    }
}
