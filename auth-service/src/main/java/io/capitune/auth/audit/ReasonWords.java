package io.capitune.auth.audit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a reason as they are looked for: without accents, in lower case, each once. */
public final class ReasonWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ReasonWords() {}

    /** In the order of their letters; none where the text has neither letter nor digit. */
    public static List<String> of(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return Arrays.stream(BETWEEN.split(plain))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
