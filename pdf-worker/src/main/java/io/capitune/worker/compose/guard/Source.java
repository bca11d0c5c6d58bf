package io.capitune.worker.compose.guard;

/**
 * What a rewritten line may draw on.
 *
 * @param line the person's own words that it rewrites
 * @param facts the entry they belong to: post, employer, place, dates
 * @param whole whether {@code line} is a whole résumé, as it is for an opening summary
 */
public record Source(String line, String facts, boolean whole) {

    /** A line of an entry. */
    public static Source line(String line, String facts) {
        return new Source(line, facts, false);
    }

    /** The whole résumé. */
    public static Source whole(String text) {
        return new Source(text, "", true);
    }
}
