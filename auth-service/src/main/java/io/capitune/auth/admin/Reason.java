package io.capitune.auth.admin;

import java.util.List;
import java.util.regex.Pattern;

import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Why something is done to an account, in the administrator's words. It stays in the audit log for good, so it holds no e-mail
 * address.
 */
public record Reason(String text) {

    /** Characters: shorter says nothing to whoever asks a year later. */
    public static final int SHORTEST = 10;

    public static final int LONGEST = 500;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /**
     * The reason for what harms.
     *
     * @throws ProblemException 422 at {@code /reason} where it is missing, too short, too long, or holds an address
     */
    static Reason required(@Nullable String typed) {
        var reason = optional(typed);
        if (length(reason.text) < SHORTEST) {
            throw invalid("Give a reason of at least " + SHORTEST + " characters.");
        }
        return reason;
    }

    /** The reason for what harms nobody; empty where none was given. */
    static Reason optional(@Nullable String typed) {
        var text = typed == null
                ? ""
                : typed.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", "").strip();
        if (length(text) > LONGEST) {
            throw invalid("Give a reason of at most " + LONGEST + " characters.");
        }
        if (ADDRESS.matcher(text).find()) {
            throw invalid("Name no e-mail address: the reason is kept for good.");
        }
        return new Reason(text);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.validation(List.of()).error("/reason", detail);
    }
}
