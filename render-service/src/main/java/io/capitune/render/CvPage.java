package io.capitune.render;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees: the printable words of a CV, and the decisions on layout that do not belong in markup.
 *
 * @param cv the CV, cleaned of what cannot be printed
 */
public record CvPage(CvDocument cv, PageSize size) {

    /** About a third of a page: an entry beyond it would leave too large a gap when moved to the next page whole. */
    private static final int WHOLE_ENTRY_CHARACTERS = 900;

    private static final int WHOLE_ENTRY_LINES = 8;

    private static final Set<Section.Kind> RUN_ON =
            EnumSet.of(Section.Kind.LANGUAGES, Section.Kind.INFORMATION, Section.Kind.INTERESTS);

    /** Longer items stand on a line each, since nobody finds the separators in running prose. */
    private static final int RUN_ON_CHARACTERS = 70;

    /** How far beyond one or two whole pages a CV may reach to be pulled back by less air; measured on prints of examples/. */
    private static final double GAIN = 0.19;

    private static final int LONG_CV_PAGES = 3;

    public CvPage {
        cv = PrintableText.of(cv);
    }

    /** The PDF's title, which readers show instead of a file name. */
    public String title() {
        return cv.title() == null ? cv.name() : cv.name() + " – " + cv.title();
    }

    /**
     * Whether less air between the lines will probably save a last page that holds only a few of them.
     *
     * @param linesOnA4 how many lines of body text the template sets on an A4 page
     */
    public boolean tight(int linesOnA4) {
        double pages = CvLength.lines(cv) / (linesOnA4 * size.heightToA4());
        double excess = pages - Math.floor(pages);
        return pages > 1 && pages < LONG_CV_PAGES && excess <= GAIN;
    }

    /** What stands between a label and its text: French puts a no-break space before the colon. */
    public String colon() {
        return cv.language().equals("fr") ? "\u00A0: " : ": ";
    }

    /** A section's class in the style sheet: {@code work}, {@code education} … */
    public String kind(Section section) {
        return section.kind().name().toLowerCase(Locale.ROOT);
    }

    /** A safe link's target, or null where the text is to stay plain. */
    public @Nullable String href(@Nullable String address) {
        return address == null ? null : SafeLink.of(address).orElse(null);
    }

    /** A web address without scheme and last slash. */
    public String shortened(String address) {
        return SafeLink.shortened(address);
    }

    /** Whether an entry is short enough to be moved to the next page rather than split. */
    public boolean staysWhole(Entry entry) {
        int characters = entry.lines().stream().mapToInt(String::length).sum();
        characters += entry.summary() == null ? 0 : entry.summary().length();
        return entry.lines().size() <= WHOLE_ENTRY_LINES && characters <= WHOLE_ENTRY_CHARACTERS;
    }

    /** Whether a section's items follow each other on one line: languages, interests and the like, while they are short. */
    public boolean runsOn(Section section) {
        return RUN_ON.contains(section.kind())
                && section.items().stream().allMatch(item -> length(item) <= RUN_ON_CHARACTERS);
    }

    /** Whether an entry has an organisation, a place or a contract to print. */
    public boolean hasPlace(Entry entry) {
        return entry.organisation() != null || entry.place() != null || entry.contract() != null;
    }

    /** Whether an entry has anything for the line below its title, where dates stand there too. */
    public boolean hasPlaceOrDates(Entry entry) {
        return hasPlace(entry) || entry.dates() != null;
    }

    private static int length(Item item) {
        return item.text().length() + (item.label() == null ? 0 : item.label().length());
    }
}
