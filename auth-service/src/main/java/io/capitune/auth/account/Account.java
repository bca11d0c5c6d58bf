package io.capitune.auth.account;

import java.time.Instant;
import java.util.List;

import org.bson.codecs.pojo.annotations.BsonId;

/** A person's account; the address is its natural key, in the form of {@link EmailAddress}. */
public record Account(@BsonId String id, String email, List<String> roles, String locale, Instant createdAt, int v) {

    static final int VERSION = 1;
    static final String CANDIDATE = "candidate";
}
