package io.capitune.auth.admission;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose first proof was right and is used up, and which waits for its second step in the browser that holds the
 * cookie; of that, only the SHA-256 is here.
 *
 * @param proof the first one
 * @param identityId the identity at a provider that is linked when the second step is done; null where there is none
 * @param tries at its second step
 */
public record PendingSignIn(
        @BsonId String id,
        String secretHash,
        String accountId,
        String next,
        boolean shared,
        Proof proof,
        @Nullable String identityId,
        int tries,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant consumedAt,
        int v) {

    static final int VERSION = 1;

    Admission.Wish wish() {
        return new Admission.Wish(next, shared, proof, identityId);
    }
}
