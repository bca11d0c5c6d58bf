package io.capitune.cv.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A CV ready to be laid out: every string is final, in the CV's language and in reading order, so that a template adds no
 * words of its own and the proof can look for each string in the printed file.
 *
 * @param language {@code fr} or {@code en}, the PDF's language
 * @param summary the opening lines (accroche), at most a short paragraph
 */
public record CvDocument(
        String language,
        String name,
        @Nullable String title,
        List<Contact> contacts,
        @Nullable String summary,
        List<Section> sections) {

    public CvDocument {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a CV needs a name");
        }
        contacts = List.copyOf(contacts);
        sections = List.copyOf(sections);
    }
}
