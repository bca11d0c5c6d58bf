package io.capitune.cv.job;

import java.util.List;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Rewrite;
import org.jspecify.annotations.Nullable;

/**
 * What the composer made of the input.
 *
 * @param composer {@code rules}, or the language model's name
 * @param rewrites each line that a model was asked to rewrite, beside its source
 * @param notes what was left out or kept, in words for the person
 * @param model how the model was asked; null where rules composed, and in compositions older than this field
 */
public record Composition(
        CvDocument document,
        String composer,
        List<Rewrite> rewrites,
        List<String> notes,
        @Nullable ModelUse model) {

    /** The composer that works by rules. */
    public static final String RULES = "rules";

    public Composition {
        rewrites = List.copyOf(rewrites);
        notes = List.copyOf(notes);
    }

    /** A composition without a language model. */
    public Composition(CvDocument document, String composer, List<Rewrite> rewrites, List<String> notes) {
        this(document, composer, rewrites, notes, null);
    }

    /** Whether no model took part, so that composing it again costs nothing and gives the same. */
    public boolean byRules() {
        return composer.equals(RULES);
    }
}
