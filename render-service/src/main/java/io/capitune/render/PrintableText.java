package io.capitune.render;

import java.util.List;
import java.util.regex.Pattern;

import io.capitune.cv.document.Contact;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a CV the characters that have no glyph or that readers of the PDF lose: controls, byte order marks, soft hyphens
 * and bidirectional overrides. The narrow no-break space becomes a no-break space, since one reader drops it.
 */
final class PrintableText {

    private static final Pattern SILENT = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|[\\u00AD\\u200B\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB]");
    private static final Pattern NARROW_SPACE = Pattern.compile("[\\u2007\\u202F]");

    private PrintableText() {}

    /** The same CV with printable text only; what is blank becomes absent. */
    static CvDocument of(CvDocument cv) {
        return new CvDocument(
                clean(cv.language()),
                clean(cv.name()),
                optional(cv.title()),
                cv.contacts().stream().map(PrintableText::of).toList(),
                optional(cv.summary()),
                cv.sections().stream().map(PrintableText::of).toList());
    }

    private static Contact of(Contact contact) {
        return new Contact(clean(contact.text()), optional(contact.href()));
    }

    private static Section of(Section section) {
        return new Section(
                section.kind(),
                clean(section.heading()),
                section.entries().stream().map(PrintableText::of).toList(),
                section.items().stream().map(PrintableText::of).toList());
    }

    private static Entry of(Entry entry) {
        return new Entry(
                clean(entry.title()),
                optional(entry.organisation()),
                optional(entry.place()),
                optional(entry.contract()),
                optional(entry.dates()),
                optional(entry.url()),
                optional(entry.summary()),
                lines(entry.lines()));
    }

    private static Item of(Item item) {
        return new Item(optional(item.label()), clean(item.text()));
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream()
                .map(PrintableText::clean)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static @Nullable String optional(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cleaned = clean(text);
        return cleaned.isEmpty() ? null : cleaned;
    }

    private static String clean(String text) {
        return NARROW_SPACE
                .matcher(SILENT.matcher(text).replaceAll(""))
                .replaceAll("\u00A0")
                .strip();
    }
}
