package io.capitune.auth.page;

import org.jspecify.annotations.Nullable;

/**
 * The form of a registration.
 *
 * @param emailError what is wrong with the address; null where nothing is
 * @param passwordError what is wrong with the password; null where nothing is
 */
public record RegisterView(
        String email,
        boolean professional,
        @Nullable String emailError,
        @Nullable String passwordError) {}
