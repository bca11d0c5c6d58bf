package io.capitune.e2e.system;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reader's text, searched for the lines of a sheet from top to bottom, however it breaks and spaces them. */
public final class ReadText {

    private static final Pattern SILENT = Pattern.compile("[\\s\\p{Cf}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

    private final String text;
    private final Set<String> words;
    private final boolean byLayout;
    private int cursor;

    /**
     * @param byLayout whether the reader goes by where things stand on the page, not by the order of the content
     */
    public ReadText(String text, boolean byLayout) {
        this.text = squeezed(text);
        this.words = words(text).collect(Collectors.toSet());
        this.byLayout = byLayout;
    }

    /** The lines that are not there, or not where they have to be. */
    public List<String> missing(Sheet sheet) {
        var missing = new ArrayList<String>();
        // In a document with lines from right to left, readers turn other lines' words and brackets as well.
        var mixed = sheet.lines().stream().anyMatch(line -> isMixed(line.text()));
        for (var line : sheet.lines()) {
            var found = line.beside() && byLayout ? text.contains(squeezed(line.text())) : isNext(line.text());
            if (!found && !(mixed && hasWords(line.text()))) {
                missing.add(line.text());
            }
        }
        return missing;
    }

    private boolean isNext(String line) {
        var wanted = squeezed(line);
        var at = text.indexOf(wanted, cursor);
        if (at >= 0) {
            cursor = at + wanted.length();
        }
        return at >= 0;
    }

    private boolean hasWords(String line) {
        return words(line).allMatch(words::contains);
    }

    /** Each word as its letters in the order of the alphabet: readers give words from right to left either way round. */
    private static Stream<String> words(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return Stream.of(BETWEEN_WORDS.split(plain.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.chars()
                        .sorted()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static boolean isMixed(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    private static String squeezed(String text) {
        return SILENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
