package io.capitune.auth.token;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A signing key as stored: the whole JWK sealed, private part included. The id is the key's generation, so that of several processes
 * that make the next one only one can store it.
 *
 * @param createdAt when it was stored, by the database's clock, and published from then on
 * @param signsFrom when it begins to sign; null for the first key of a system that is older than rotation
 */
public record SigningKey(
        @BsonId String id,
        String sealedJwk,
        Instant createdAt,
        @Nullable Instant signsFrom,
        int v) {

    static final long FIRST = 1;
    static final int VERSION = 1;

    long generation() {
        return Long.parseLong(id);
    }

    Instant begins() {
        return signsFrom == null ? createdAt : signsFrom;
    }

    /** What the sealing is bound to. */
    String context() {
        return context(generation());
    }

    static String context(long generation) {
        return "signing-key:" + generation;
    }
}
