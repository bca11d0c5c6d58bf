package io.capitune.auth.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in the list of accounts: right behind the account of this moment and id. */
public record AccountCursor(Instant createdAt, String id) {

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,15}):([A-Za-z0-9_-]{1,64})");

    public static AccountCursor after(Account account) {
        return new AccountCursor(account.createdAt(), account.id());
    }

    /** Text that means nothing to its reader. */
    public String text() {
        var plain = createdAt.toEpochMilli() + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<AccountCursor> parse(String text) {
        try {
            var plain = PLAIN.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return plain.matches()
                    ? Optional.of(
                            new AccountCursor(Instant.ofEpochMilli(Long.parseLong(plain.group(1))), plain.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
