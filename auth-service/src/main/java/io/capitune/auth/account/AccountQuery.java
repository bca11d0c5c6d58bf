package io.capitune.auth.account;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts are wanted; null asks for all.
 *
 * @param text how the address begins, or the whole id
 * @param role one of the roles of {@link Account}
 * @param suspended whether suspended ones, or those in good standing
 */
public record AccountQuery(
        @Nullable String text,
        @Nullable String role,
        @Nullable Boolean suspended) {}
