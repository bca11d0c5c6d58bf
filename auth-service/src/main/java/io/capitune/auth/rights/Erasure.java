package io.capitune.auth.rights;

import java.time.Instant;
import java.util.List;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of an account, collection {@code erasures}. It names nobody: the address stands in the closed account until the end.
 *
 * @param id the account's
 * @param lastTokenEndsAt until when a token of the account may be about, with which something new may come to be
 * @param waiting the contexts that have not confirmed since then that all is erased
 * @param tries how often it was gone on with
 * @param dueAt when to go on
 * @param reason why an administrator wanted it; null where its owner did, and once it is done
 * @param finishedAt when everything was erased and the receipt written; the record goes 30 days later
 */
public record Erasure(
        @BsonId String id,
        Instant requestedAt,
        Instant lastTokenEndsAt,
        List<String> waiting,
        int tries,
        Instant dueAt,
        @Nullable String reason,
        @Nullable Instant finishedAt,
        int v) {

    static final int VERSION = 1;
}
