package io.capitune.auth.provider;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An identity as its owner sees it.
 *
 * @param label the provider as people know it
 */
public record IdentityView(
        String id,
        String label,
        String email,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
