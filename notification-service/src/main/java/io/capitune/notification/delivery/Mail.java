package io.capitune.notification.delivery;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is kept, collection {@code mails}.
 *
 * @param id the event's, so that an event makes one mail however often it is delivered
 * @param v version of this form
 * @param kind such as {@code sign-in}
 * @param sealed the letter, sealed with the mail's id as context; null once a provider has it
 * @param status {@code waiting}, {@code sent} or {@code failed}
 * @param expiresAt when the record disappears
 */
public record Mail(
        @BsonId String id,
        int v,
        String kind,
        String to,
        @Nullable String sealed,
        String status,
        @Nullable String provider,
        Instant createdAt,
        @Nullable Instant sentAt,
        Instant expiresAt) {

    static final String WAITING = "waiting";
    static final String SENT = "sent";
    static final String FAILED = "failed";

    boolean sent() {
        return SENT.equals(status);
    }

    boolean failed() {
        return FAILED.equals(status);
    }

    @Override
    public String toString() {
        return "mail " + id;
    }
}
