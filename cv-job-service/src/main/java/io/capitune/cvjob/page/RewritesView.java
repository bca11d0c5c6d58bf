package io.capitune.cvjob.page;

import java.util.List;

import io.capitune.cv.document.Rewrite;
import io.capitune.cv.job.Composition;
import org.jspecify.annotations.Nullable;

/** The lines that a language model was asked to rewrite, each beside its source. */
public record RewritesView(List<Line> lines) {

    private static final String BY_RULES = "rules";

    /**
     * A line and where it comes from.
     *
     * @param refused the model's line that was refused, or null
     * @param why why it was
     */
    public record Line(
            String source,
            String text,
            @Nullable String refused,
            @Nullable String why) {

        /** Whether the printed line differs from the person's own. */
        public boolean rewritten() {
            return refused == null && !source.strip().equals(text.strip());
        }
    }

    /** Nothing where no model composed. */
    static RewritesView of(@Nullable Composition composition) {
        return new RewritesView(
                composition == null || BY_RULES.equals(composition.composer())
                        ? List.of()
                        : composition.rewrites().stream()
                                .map(RewritesView::line)
                                .toList());
    }

    private static Line line(Rewrite rewrite) {
        return new Line(rewrite.source(), rewrite.text(), rewrite.refused(), rewrite.reason());
    }

    public long rewritten() {
        return lines.stream().filter(Line::rewritten).count();
    }

    public long kept() {
        return lines.size() - rewritten();
    }
}
