package io.capitune.auth.account;

import java.time.Instant;
import java.util.List;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A person's account; the address is its natural key, in the form of {@link EmailAddress}. It begins when its owner proves to read
 * that address, or by an administrator; then, too, nobody is in it before that proof. One that is brought in from another system may have
 * been proved there. How they prove who they are (password, passkeys, second factor) stands elsewhere, so that an account
 * can be remembered without any secret.
 *
 * @param roles at least one of {@link #CANDIDATE}, {@link #PROFESSIONAL}, {@link #ADMIN}
 * @param verifiedAt since when a professional's identity is verified; null until then
 * @param suspension null for an account in good standing
 * @param closedAt since when its owner has wanted it deleted, for good: what is left of it waits to be erased; null until then
 * @param door how often somebody passed with a proof, and ways into it were closed; null for never
 */
public record Account(
        @BsonId String id,
        String email,
        List<String> roles,
        String locale,
        Instant createdAt,
        @Nullable Instant verifiedAt,
        @Nullable Suspension suspension,
        @Nullable Instant closedAt,
        @Nullable Door door,
        int v) {

    public static final String CANDIDATE = "candidate";
    public static final String PROFESSIONAL = "professional";
    public static final String ADMIN = "admin";

    static final int VERSION = 1;

    /** Whether its owner may come in. */
    public boolean open() {
        return suspension == null && closedAt == null;
    }

    /** The one that says most: admin before professional before candidate. */
    public String role() {
        return roles.contains(ADMIN) ? ADMIN : roles.contains(PROFESSIONAL) ? PROFESSIONAL : CANDIDATE;
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }
}
