package io.capitune.cv.document;

import java.util.List;

/**
 * One headed part of a CV: either dated entries (work, education, projects …) or one-line items (skills, languages …).
 *
 * @param heading the printed heading, in the CV's language
 */
public record Section(Kind kind, String heading, List<Entry> entries, List<Item> items) {

    /** What a section holds; the order of a CV's sections is the composer's choice. */
    public enum Kind {
        WORK,
        EDUCATION,
        SKILLS,
        LANGUAGES,
        CERTIFICATES,
        PROJECTS,
        VOLUNTEER,
        AWARDS,
        PUBLICATIONS,
        INFORMATION,
        INTERESTS
    }

    public Section {
        entries = List.copyOf(entries);
        items = List.copyOf(items);
    }

    /** A section of dated entries. */
    public static Section ofEntries(Kind kind, String heading, List<Entry> entries) {
        return new Section(kind, heading, entries, List.of());
    }

    /** A section of one-line items. */
    public static Section ofItems(Kind kind, String heading, List<Item> items) {
        return new Section(kind, heading, List.of(), items);
    }
}
