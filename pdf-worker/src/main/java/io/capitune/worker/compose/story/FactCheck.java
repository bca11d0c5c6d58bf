package io.capitune.worker.compose.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.capitune.cv.resume.PartialDate;
import org.jspecify.annotations.Nullable;

/** Lets through what stands in the text, word for word, and notes what does not. */
public final class FactCheck {

    /** A date farther from its post than this belongs to another. */
    private static final int NEAR = 400;

    private static final int BESIDE = 60;

    private final Spans spans;
    private final UnaryOperator<String> reveal;
    private final Set<String> dropped = new LinkedHashSet<>();

    /** @param reveal puts back what was hidden from the model */
    public FactCheck(Spans spans, UnaryOperator<String> reveal) {
        this.spans = spans;
        this.reveal = reveal;
    }

    /** The fact in the text's own words, or null. */
    public @Nullable String fact(String claimed) {
        if (claimed.isBlank()) {
            return null;
        }
        String plain = reveal.apply(claimed).strip();
        Optional<String> own = spans.verbatim(plain);
        if (own.isEmpty()) {
            dropped.add(plain);
        }
        return own.orElse(null);
    }

    /** Facts in the text's own words, without those it does not have. */
    public List<String> facts(List<String> claimed) {
        List<String> own = new ArrayList<>();
        for (String claim : claimed) {
            String fact = fact(claim);
            if (fact != null) {
                own.add(fact);
            }
        }
        return own;
    }

    /** A date that the text writes near the entry's head; null for "today" and for what is no date. */
    public @Nullable PartialDate date(String claimed, @Nullable String... heads) {
        String written = claimed.isBlank() ? null : fact(claimed);
        if (written == null) {
            return null;
        }
        for (String head : heads) {
            if (head != null && spans.near(head, written, NEAR)) {
                return SpokenDate.parse(written).orElse(null);
            }
        }
        dropped.add(written);
        return null;
    }

    /** A fact that the text writes right beside another, as a level beside its language; null otherwise. */
    public @Nullable String near(String claimed, String other) {
        String own = fact(claimed);
        if (own != null && !spans.near(other, own, BESIDE)) {
            dropped.add(own);
            return null;
        }
        return own;
    }

    /** What was claimed and is not in the text. */
    public List<String> dropped() {
        return List.copyOf(dropped);
    }
}
