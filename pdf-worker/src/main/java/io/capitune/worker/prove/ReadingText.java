package io.capitune.worker.prove;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Text as it is compared: without white space, which wrapping changes, without the difference of capitals, which a template
 * may change, and with ligatures and presentation forms taken apart (NFKC).
 */
final class ReadingText {

    private final String text;
    private int cursor;

    ReadingText(String text) {
        this.text = comparable(text);
    }

    /** Whether the string comes at or after the last one found; if so reading goes on behind it. */
    boolean next(String wanted) {
        var searched = comparable(wanted);
        var at = text.indexOf(searched, cursor);
        if (at >= 0) {
            cursor = at + searched.length();
            return true;
        }
        return isMixedDirection(wanted) && wordsAfterCursor(wanted);
    }

    /** Whether the string comes anywhere at or after the last one found; reading stays where it is. */
    boolean ahead(String wanted) {
        return text.indexOf(comparable(wanted), cursor) >= 0 || isMixedDirection(wanted) && wordsAfterCursor(wanted);
    }

    /** Readers order words of right-to-left lines differently; each word has to be there, forwards or backwards. */
    private boolean wordsAfterCursor(String wanted) {
        return Stream.of(wanted.split("[\\s\\p{Punct}\u060C\u061B]+"))
                .map(ReadingText::comparable)
                .filter(word -> !word.isEmpty())
                .allMatch(word -> text.indexOf(word, cursor) >= 0
                        || text.indexOf(new StringBuilder(word).reverse().toString(), cursor) >= 0);
    }

    private static boolean isMixedDirection(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
