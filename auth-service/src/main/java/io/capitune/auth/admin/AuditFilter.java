package io.capitune.auth.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.capitune.auth.audit.ReasonWords;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator looks for in the audit log; empty asks for all.
 *
 * @param actor address or id of who did it, or {@code operator}
 * @param subject address or id of the account it was done to
 * @param act what it was, such as {@code account.suspended}
 * @param source the network it came from, or an address in it
 * @param reason words of the reason: all of them, whole, with or without accents
 * @param from the first day, such as {@code 2026-11-27}
 * @param to the last day
 */
public record AuditFilter(
        String actor, String subject, String act, String source, String reason, String from, String to) {

    /** Reads the parameters of a request. */
    public static AuditFilter of(
            @Nullable String actor,
            @Nullable String subject,
            @Nullable String act,
            @Nullable String source,
            @Nullable String reason,
            @Nullable String from,
            @Nullable String to) {
        return new AuditFilter(text(actor), text(subject), text(act), text(source), text(reason), text(from), text(to));
    }

    /** Whether it asks for all. */
    public boolean none() {
        return (actor + subject + act + source + reason + from + to).isEmpty();
    }

    /** The network as entries have it; null for none. */
    @Nullable
    String network() {
        return source.isEmpty() ? null : Networks.kept(source);
    }

    /**
     * The words of the reason; what is no word is one that no reason has.
     *
     * @throws ProblemException 400 for more than a reason may have
     */
    List<String> words() {
        if (reason.length() > Reason.LONGEST) {
            throw new ProblemException(400, "MALFORMED", "reason has at most " + Reason.LONGEST + " characters.");
        }
        var words = ReasonWords.of(reason);
        return words.isEmpty() && !reason.isEmpty() ? List.of(reason) : words;
    }

    /**
     * The first moment of {@link #from}; null for none.
     *
     * @throws ProblemException 400 for what is no day
     */
    @Nullable
    Instant start(ZoneId zone) {
        return from.isEmpty() ? null : day(from, "from").atStartOfDay(zone).toInstant();
    }

    /**
     * The first moment after {@link #to}; null for none.
     *
     * @throws ProblemException 400 for what is no day
     */
    @Nullable
    Instant end(ZoneId zone) {
        return to.isEmpty()
                ? null
                : day(to, "to").plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(String text, String field) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Told below.
        }
        throw new ProblemException(400, "MALFORMED", field + " is a day such as 2026-11-27.");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
