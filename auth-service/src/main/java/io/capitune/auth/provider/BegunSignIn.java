package io.capitune.auth.provider;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A sign-in whose browser is at a provider.
 *
 * @param stateHash SHA-256 of what the provider gives back
 * @param browserHash SHA-256 of the secret of the browser that went there
 * @param next the path of this site to go on to
 * @param shared whether others use the device
 */
public record BegunSignIn(
        @BsonId String stateHash,
        String provider,
        String browserHash,
        String next,
        boolean shared,
        Instant expiresAt,
        int v) {

    static final int VERSION = 1;
}
