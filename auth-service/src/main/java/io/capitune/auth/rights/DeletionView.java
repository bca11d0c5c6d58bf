package io.capitune.auth.rights;

import io.capitune.platform.personal.Share;
import org.jspecify.annotations.Nullable;

/**
 * The page that deletes an account.
 *
 * @param email the account's
 * @param share what goes and stays; null where it cannot be told
 * @param recent whether the reader signed in a short while ago
 * @param wrong whether another address was typed
 * @param typed what was
 */
public record DeletionView(String email, @Nullable Share share, boolean recent, boolean wrong, String typed) {}
