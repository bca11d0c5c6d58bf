package io.capitune.auth.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.random.Hashes;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A link that was asked for. Its token is stored as SHA-256; so is the secret of the browser that asked.
 *
 * @param purpose what it is for: a link for one thing is none for another
 * @param passwordHash of the password chosen with a registration; null where none was, and for all others
 * @param role of the account that a registration opens; null for all others
 * @param accountId the account that it changes, where the address alone does not say; null for all others
 * @param heldSince of one that changes an address or takes it back: when the account may have come into the hands of who asked; null for
 *     all others and older ones
 * @param sessionId the session that asked for another address; null for all others
 */
public record MailedLink(
        @BsonId String id,
        String purpose,
        String tokenHash,
        String browserHash,
        String email,
        String locale,
        @Nullable String passwordHash,
        @Nullable String role,
        @Nullable String accountId,
        @Nullable Instant heldSince,
        @Nullable String sessionId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant consumedAt,
        int v) {

    /** The purpose of one that gives an account its address. Whatever closes other ways into the account ends it, too. */
    public static final String CONFIRM_EMAIL = "confirm-email";

    static final int VERSION = 1;

    public EmailAddress address() {
        return new EmailAddress(email);
    }

    /** When the account may have come into other hands; where that is not known, when the link was made. */
    public Instant suspectSince() {
        return heldSince == null ? createdAt : heldSince;
    }

    /** Whether this browser asked for it. */
    public boolean askedBy(String browser) {
        return MessageDigest.isEqual(
                Hashes.sha256(browser).getBytes(StandardCharsets.US_ASCII),
                browserHash.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "a link: " + purpose;
    }
}
