package io.capitune.auth.passkey;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A passkey as its owner sees it. */
public record PasskeyView(
        String id,
        String name,
        boolean synced,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    static PasskeyView of(Passkey passkey) {
        return new PasskeyView(
                passkey.id(), passkey.name(), passkey.synced(), passkey.createdAt(), passkey.lastUsedAt());
    }
}
