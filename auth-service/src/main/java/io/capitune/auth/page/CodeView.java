package io.capitune.auth.page;

import org.jspecify.annotations.Nullable;

/**
 * The step that asks for the code.
 *
 * @param expiresAt hour and minute, in the reader's way
 * @param resendInSeconds until another mail may be asked for; 0 when it may
 * @param error what is wrong with the code just typed
 * @param triesReached whether no more codes are taken
 * @param local whether mails go to the local mailbox
 */
public record CodeView(
        String email,
        String next,
        boolean shared,
        String changeUrl,
        String expiresAt,
        long minutesLeft,
        long resendInSeconds,
        @Nullable String error,
        boolean triesReached,
        boolean local) {}
