package io.capitune.auth.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null asks for all.
 *
 * @param actor an account's id, or {@code operator}
 * @param subject an account's id
 * @param act the whole word, such as {@code account.suspended}
 * @param source the network as entries have it
 * @param words of the reason, as {@link ReasonWords} gives them, all of them; empty asks for all entries
 * @param from the earliest moment
 * @param until the first moment that is too late
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String act,
        @Nullable String source,
        List<String> words,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** What was done to an account. */
    public static AuditQuery about(String subject) {
        return new AuditQuery(null, subject, null, null, List.of(), null, null);
    }
}
