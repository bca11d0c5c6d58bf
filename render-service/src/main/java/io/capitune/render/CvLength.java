package io.capitune.render;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how long a CV will be when printed. Only the browser knows the real length; the estimate serves to
 * set a CV tighter when its last page would hold a few lines. It was fitted to both templates' prints of examples/.
 */
final class CvLength {

    private static final int CHARACTERS_PER_LINE = 104;
    private static final double HEADER = 7.5;
    private static final double HEADING = 2.6;
    private static final double GAP_BETWEEN_ENTRIES = 0.6;

    private CvLength() {}

    /** The CV's estimated length in lines of body text, headings and gaps included. */
    static double lines(CvDocument cv) {
        double lines = HEADER + wrapped(cv.summary());
        for (Section section : cv.sections()) {
            lines += HEADING;
            lines += section.entries().stream().mapToDouble(CvLength::lines).sum();
            lines += lines(section);
        }
        return lines;
    }

    private static double lines(Entry entry) {
        double head = entry.organisation() == null && entry.place() == null && entry.contract() == null ? 1 : 2;
        double body = entry.lines().stream().mapToDouble(CvLength::wrapped).sum() * 1.08;
        return head + wrapped(entry.summary()) + wrapped(entry.url()) + body + GAP_BETWEEN_ENTRIES;
    }

    private static double lines(Section section) {
        if (section.kind() == Section.Kind.SKILLS || section.kind() == Section.Kind.CERTIFICATES) {
            return section.items().stream().mapToDouble(CvLength::lines).sum() * 1.15;
        }
        int characters = section.items().stream().mapToInt(CvLength::characters).sum();
        return Math.ceil(characters / (double) CHARACTERS_PER_LINE);
    }

    private static double lines(Item item) {
        return Math.ceil(characters(item) / (double) CHARACTERS_PER_LINE);
    }

    private static int characters(Item item) {
        return item.text().length() + (item.label() == null ? 3 : item.label().length() + 3);
    }

    private static double wrapped(@Nullable String text) {
        return text == null ? 0 : Math.ceil(text.length() / (double) CHARACTERS_PER_LINE);
    }
}
