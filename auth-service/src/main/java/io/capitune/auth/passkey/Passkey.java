package io.capitune.auth.passkey;

import java.time.Instant;
import java.util.List;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A passkey, as stored; nothing in it opens anything.
 *
 * @param id the credential's id, base64url
 * @param name as its owner calls it
 * @param publicKey the attested credential data (WebAuthn 6.5.1: id and public key), base64url
 * @param signCount how often it has signed, as it says itself; 0 for ever where it does not count
 * @param synced whether it may live on several devices of its owner
 */
public record Passkey(
        @BsonId String id,
        String accountId,
        String name,
        String publicKey,
        long signCount,
        boolean synced,
        List<String> transports,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        int v) {

    static final int VERSION = 1;

    /** The longest name. */
    public static final int NAME_LENGTH = 60;
}
