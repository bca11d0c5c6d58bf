package io.capitune.cv.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Readies a person's text for print without touching a word: runs of white space become one space, and characters that vanish
 * or confuse readers of a PDF go (byte order marks, soft hyphens, bidirectional overrides). U+202F, whose space one reader loses,
 * becomes U+00A0.
 */
final class CvText {

    private static final Pattern SILENT = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t\\r]]|[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB]");
    private static final Pattern NARROW_SPACE = Pattern.compile("[\\u2007\\u202F]");
    private static final Pattern SPACES =
            Pattern.compile("[\\s\\u0085\\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000]+");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\u00A0]++|(?<![\\s\\u00A0])[\\s\\u00A0]++$");

    private CvText() {}

    /** The text ready for print; empty when there is none. */
    static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (isClean(text)) {
            return text;
        }
        String audible = SILENT.matcher(text).replaceAll("");
        String spaced = SPACES.matcher(NARROW_SPACE.matcher(audible).replaceAll("\u00A0"))
                .replaceAll(" ");
        return EDGES.matcher(spaced).replaceAll("");
    }

    /** Most texts are, and looking is a tenth of the work: Latin letters, usual punctuation, single spaces between. */
    private static boolean isClean(String text) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean usual = (character >= ' ' && character <= '~')
                    || (character > '\u00AD' && character <= '\u024F')
                    || (character >= '\u2010' && character <= '\u2027');
            if (!usual || (character == ' ' && before == ' ')) {
                return false;
            }
            before = character;
        }
        return before != ' ';
    }

    /** The text ready for print, or null when nothing is left of it. */
    static @Nullable String orNull(@Nullable String text) {
        String cleaned = clean(text);
        return cleaned.isEmpty() ? null : cleaned;
    }

    /** Each text ready for print, without the empty ones. */
    static List<String> lines(List<String> texts) {
        return texts.stream().map(CvText::clean).filter(text -> !text.isEmpty()).toList();
    }

    /** The texts that say something, with the separator between them; null when none does. */
    static @Nullable String join(String separator, @Nullable String... texts) {
        String joined = Arrays.stream(texts)
                .map(CvText::orNull)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(separator));
        return joined.isEmpty() ? null : joined;
    }
}
