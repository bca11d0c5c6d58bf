package io.capitune.cv.document;

import org.jspecify.annotations.Nullable;

/**
 * A line that a language model was asked to rewrite, beside its source, so that a person can judge it.
 *
 * @param pointer JSON pointer (RFC 6901) of the source in the résumé
 * @param source the person's own words
 * @param text the printed line: the rewritten one, or the source where the rewrite was refused
 * @param refused the model's line that the truth guard refused, or null
 * @param reason why it was refused, in the CV's language, or null
 */
public record Rewrite(
        String pointer,
        String source,
        String text,
        @Nullable String refused,
        @Nullable String reason) {}
