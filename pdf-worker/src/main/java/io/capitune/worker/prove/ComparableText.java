package io.capitune.worker.prove;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it is compared: without white space, which wrapping changes, without the difference of capitals, which a template
 * may change, and with ligatures and presentation forms taken apart (NFKC). It remembers where each character came from.
 */
final class ComparableText {

    private static final Pattern SILENT = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final int ASCII = 0x80;

    private final String original;
    private final StringBuilder built = new StringBuilder();
    private String characters = "";

    /** For each comparable character, where what it was made of begins and ends in the original. */
    private int[] begins;

    private int[] ends;

    private ComparableText(String original) {
        this.original = original;
        this.begins = new int[original.length()];
        this.ends = new int[original.length()];
    }

    static ComparableText of(String original) {
        var text = new ComparableText(original);
        for (int from = 0, to; from < original.length(); from = to) {
            to = endOfCharacter(original, from);
            text.add(comparable(original.substring(from, to)), from, to);
        }
        text.characters = text.built.toString();
        return text;
    }

    /** What is compared. */
    String characters() {
        return characters;
    }

    /** What the comparable characters {@code from} to {@code to} (exclusive) were, with white space made one space. */
    String original(int from, int to) {
        if (from >= to) {
            return "";
        }
        return WHITE_SPACE
                .matcher(original.substring(begins[from], ends[to - 1]))
                .replaceAll(" ")
                .strip();
    }

    private void add(String comparable, int from, int to) {
        var length = built.length();
        built.append(comparable);
        if (built.length() > begins.length) {
            begins = Arrays.copyOf(begins, built.length() * 2);
            ends = Arrays.copyOf(ends, built.length() * 2);
        }
        Arrays.fill(begins, length, built.length(), from);
        Arrays.fill(ends, length, built.length(), to);
    }

    private static String comparable(String character) {
        if (character.length() == 1 && character.charAt(0) < ASCII) {
            var ascii = character.charAt(0);
            return ascii <= ' ' || ascii == 0x7F ? "" : String.valueOf(Character.toLowerCase(ascii));
        }
        var plain = SILENT.matcher(Normalizer.normalize(character, Normalizer.Form.NFKC))
                .replaceAll("");
        // The two small sigmas are one capital.
        return plain.toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }

    /** A character with the marks, and the parts of a Korean syllable, that normalization may join to it. */
    private static int endOfCharacter(String text, int from) {
        var to = from + Character.charCount(text.codePointAt(from));
        while (to < text.length() && joins(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    private static boolean joins(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> codePoint >= 0x1160 && codePoint <= 0x11FF || codePoint == 0xFF9E || codePoint == 0xFF9F;
        };
    }
}
