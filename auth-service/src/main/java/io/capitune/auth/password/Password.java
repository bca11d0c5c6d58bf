package io.capitune.auth.password;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An account's password as stored: a hash that names its function and parameters (PHC string format, or bcrypt's own).
 *
 * @param id the account
 */
public record Password(@BsonId String id, String hash, Instant changedAt, int v) {

    static final int VERSION = 1;

    @Override
    public String toString() {
        return "a password's hash";
    }
}
