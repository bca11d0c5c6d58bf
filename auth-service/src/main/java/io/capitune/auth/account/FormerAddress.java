package io.capitune.auth.account;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An address that was an account's. Nobody else gets it while its owner may have the change undone; afterwards it only tells where mails
 * to the account went.
 *
 * @param email the address, as {@link EmailAddress#value}
 * @param leftAt when the account got another one
 */
public record FormerAddress(
        @BsonId String email, String accountId, Instant leftAt, Instant keptUntil, Instant forgottenAt, int v) {

    static final int VERSION = 1;

    @Override
    public String toString() {
        return "a former address";
    }
}
