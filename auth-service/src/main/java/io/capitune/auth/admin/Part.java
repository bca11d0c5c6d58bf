package io.capitune.auth.admin;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next cursor of the next part; null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Part<T>(List<T> items, @Nullable String next) {

    static final int MOST = 100;

    public Part {
        items = List.copyOf(items);
    }

    /** The first {@code limit} of what was found: one more, where there is more. */
    static <A, T> Part<T> of(List<A> found, int limit, Function<A, T> view, Function<A, String> cursor) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? cursor.apply(shown.getLast()) : null;
        return new Part<>(shown.stream().map(view).toList(), next);
    }

    /**
     * What a request asks for; 20 where it does not say.
     *
     * @throws ProblemException 400 beyond 1 to {@value #MOST}
     */
    static int limit(@Nullable String text) {
        if (text == null) {
            return 20;
        }
        if (text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw new ProblemException(400, "MALFORMED", "limit is 1 to " + MOST + ".");
    }

    static ProblemException unknownCursor() {
        return new ProblemException(400, "MALFORMED", "This cursor is not one that a list gave.");
    }
}
