package io.capitune.auth.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An act as it was written down.
 *
 * @param number its place in the chain: 1, 2, 3 …, none left out
 * @param at by the database's clock
 * @param words those of the reason, by which it is found; entries of version 1 were sealed without, and get them at a start
 * @param previous the seal of the entry before it; empty for the first
 * @param seal a keyed hash of all the other fields: who can write to the database cannot make one
 */
public record AuditEntry(
        @BsonId long number,
        Instant at,
        String actor,
        String act,
        @Nullable String subject,
        String source,
        String reason,
        Map<String, String> details,
        @Nullable List<String> words,
        String previous,
        String seal,
        int v) {

    static final int VERSION = 2;

    private static final int VERSION_WITHOUT_WORDS = 1;

    /** All but the seal in one form: each part with its length before it, so that nothing can move from one to the next. */
    String canonical() {
        var text = new StringBuilder();
        put(text, Integer.toString(v));
        put(text, Long.toString(number));
        put(text, previous);
        put(text, Long.toString(at.toEpochMilli()));
        put(text, actor);
        put(text, act);
        put(text, subject == null ? "" : subject);
        put(text, source);
        put(text, reason);
        put(text, Integer.toString(details.size()));
        new TreeMap<>(details).forEach((name, value) -> {
            put(text, name);
            put(text, value);
        });
        if (v != VERSION_WITHOUT_WORDS) {
            var sealedWords = words == null ? List.<String>of() : words;
            put(text, Integer.toString(sealedWords.size()));
            sealedWords.forEach(word -> put(text, word));
        }
        return text.toString();
    }

    AuditEntry sealed(String newSeal) {
        return new AuditEntry(number, at, actor, act, subject, source, reason, details, words, previous, newSeal, v);
    }

    private static void put(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part).append(',');
    }
}
