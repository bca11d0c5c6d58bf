package io.capitune.auth.page;

import org.jspecify.annotations.Nullable;

/**
 * The form for another address.
 *
 * @param now the account's address
 * @param email what was typed
 * @param hasPassword whether the password is asked for
 * @param emailError what is wrong with the address; null where nothing is
 * @param passwordError what is wrong with the password; null where nothing is
 */
public record EmailChangeView(
        String now,
        String email,
        boolean hasPassword,
        @Nullable String emailError,
        @Nullable String passwordError) {}
