package io.capitune.auth.signin;

import jakarta.ws.rs.core.NewCookie;

/**
 * A sign-in that was completed.
 *
 * @param next the path to go on to
 * @param session the new session's cookie
 */
public record Entry(String next, NewCookie session) {}
