package io.capitune.auth.page;

import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in.
 *
 * @param next where it leads
 * @param shared whether others use the device
 * @param recovery whether a recovery code is asked for in place of the app's
 * @param passkeyOnly whether only a passkey will do
 * @param error what is wrong with the code just typed
 */
public record SecondStepView(
        String next,
        boolean shared,
        boolean recovery,
        boolean passkeyOnly,
        @Nullable String error) {}
