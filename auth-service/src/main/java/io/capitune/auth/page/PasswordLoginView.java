package io.capitune.auth.page;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in with a password.
 *
 * @param emailError what is wrong with the address; null when nothing is
 * @param error what else was wrong at the last try; null at the first
 * @param done whether a new password was just chosen
 */
public record PasswordLoginView(
        String next,
        String email,
        boolean shared,
        @Nullable String emailError,
        @Nullable String error,
        boolean done) {}
