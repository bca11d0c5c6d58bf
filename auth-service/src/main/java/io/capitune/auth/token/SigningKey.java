package io.capitune.auth.token;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A signing key as stored: the whole JWK sealed, private part included. The id is the key's generation, so that of two
 * processes that start on an empty database only one can store the first.
 */
public record SigningKey(@BsonId String id, String sealedJwk, Instant createdAt, int v) {

    static final String FIRST = "1";
    static final int VERSION = 1;

    /** What the sealing is bound to. */
    String context() {
        return context(id);
    }

    static String context(String id) {
        return "signing-key:" + id;
    }
}
