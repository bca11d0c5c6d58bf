package io.capitune.worker.compose.guard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the guard reads it: composed Unicode (NFC), one kind of apostrophe and space, words with their accents, in lower case
 * for comparison. {@code C++}, {@code .NET} and {@code Node.js} are words; {@code Excel/Word} and {@code Jean-Paul} are two.
 */
final class Words {

    private static final Pattern WORD =
            Pattern.compile("(?:(?<![\\p{L}\\p{N}])\\.(?=\\p{Lu}))?[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}+#]*"
                    + "(?:\\.[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}+#]*){0,20}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(es|s|x|e)$");
    private static final String SENTENCE_ENDS = ".!?:;•–—-";

    /** One word of a text. */
    record Word(String text, String lower, boolean startsSentence) {}

    private final String text;
    private final String lower;
    private final List<Word> words = new ArrayList<>();
    private final Set<String> lowers = new HashSet<>();
    private final Set<String> stems = new HashSet<>();

    Words(String raw) {
        text = normalised(raw);
        lower = text.toLowerCase(Locale.ROOT);
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            Word word = new Word(
                    matcher.group(), matcher.group().toLowerCase(Locale.ROOT), startsSentence(matcher.start()));
            words.add(word);
            lowers.add(word.lower());
            stems.add(stem(word.lower()));
        }
    }

    /** At the very beginning, or behind the end of a sentence and a space; opening quotes and brackets between do not count. */
    private boolean startsSentence(int at) {
        int before = at - 1;
        boolean space = false;
        while (before >= 0 && " \"«(".indexOf(text.charAt(before)) >= 0) {
            space |= text.charAt(before) == ' ';
            before--;
        }
        return before < 0 || (space && SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0);
    }

    String text() {
        return text;
    }

    /** The text in lower case. */
    String lower() {
        return lower;
    }

    List<Word> all() {
        return words;
    }

    boolean has(String lower) {
        return lowers.contains(lower);
    }

    /** Whether a form of the same word is here: plural, verb for noun, and the like. */
    boolean hasForm(String lower) {
        if (lower.codePoints().anyMatch(Words::caseless)) {
            return text.contains(lower);
        }
        String stem = stem(lower);
        return stems.contains(stem)
                || (stem.length() >= 5
                        && stems.stream()
                                .anyMatch(own -> own.length() >= 5 && (own.startsWith(stem) || stem.startsWith(own))));
    }

    /** Letters of scripts without capitals, some of which write no spaces either. */
    static boolean caseless(int letter) {
        return Character.getType(letter) == Character.OTHER_LETTER;
    }

    /** Whether something matches the pattern, which is told in lower case. */
    boolean matches(Pattern pattern) {
        return pattern.matcher(lower).find();
    }

    static String normalised(String raw) {
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC).replace('’', '\'');
        return SPACES.matcher(composed).replaceAll(" ").strip();
    }

    /** What forms of a word share in French and English: its beginning, without plural or feminine endings. */
    static String stem(String lower) {
        String bare = ENDING.matcher(lower).replaceFirst("");
        int length = bare.length();
        return length >= 8 ? bare.substring(0, 6) : length >= 6 ? bare.substring(0, 5) : bare;
    }
}
