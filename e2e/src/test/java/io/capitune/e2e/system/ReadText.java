package io.capitune.e2e.system;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A reader's text, searched for the lines of a sheet from top to bottom, however it breaks and spaces them. */
public final class ReadText {

    private static final Pattern SILENT = Pattern.compile("[\\s\\p{Cf}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}]+");
    private static final int WORDS_BESIDE = 6;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

    private final String text;
    private final List<String> words;
    private final boolean byLayout;
    private int cursor;
    private int wordCursor;

    /**
     * @param byLayout whether the reader goes by where things stand on the page, not by the order of the content
     */
    public ReadText(String text, boolean byLayout) {
        this.text = squeezed(text);
        this.words = words(text).toList();
        this.byLayout = byLayout;
    }

    /** The lines that are not there, or not where they have to be. */
    public List<String> missing(Sheet sheet) {
        var missing = new ArrayList<String>();
        // In a document with lines from right to left, readers turn other lines' words and brackets as well.
        var mixed = sheet.lines().stream().anyMatch(line -> isMixed(line.text()));
        for (var line : sheet.lines()) {
            if (!(mixed ? isReadByWords(line) : isRead(line))) {
                missing.add(line.text());
            }
        }
        return missing;
    }

    private boolean isRead(Sheet.Line line) {
        return line.beside() && byLayout ? text.contains(squeezed(line.text())) : isNext(line.text());
    }

    private boolean isReadByWords(Sheet.Line line) {
        var wanted = words(line.text()).toList();
        if (line.beside() && byLayout) {
            return words.containsAll(wanted);
        }
        // To who goes by the layout, lines that begin at the right may be a column of their own.
        return areNext(wanted)
                || byLayout
                        && isMixed(line.text())
                        && IntStream.range(0, words.size()).anyMatch(from -> endOf(wanted, from) > 0);
    }

    private boolean areNext(List<String> wanted) {
        var end = endOf(wanted, wordCursor);
        wordCursor = Math.max(wordCursor, end);
        return end >= 0;
    }

    /**
     * Where the words end that come from there on in whatever order, with few others between them, those of a line that stands
     * beside; negative where they do not.
     */
    private int endOf(List<String> wanted, int from) {
        var to = Math.min(words.size(), from + wanted.size() + WORDS_BESIDE);
        var left = new ArrayList<>(wanted);
        for (var at = from; at < to; at++) {
            left.remove(words.get(at));
            if (left.isEmpty()) {
                return at + 1;
            }
        }
        return left.isEmpty() ? from : -1;
    }

    private boolean isNext(String line) {
        var wanted = squeezed(line);
        var at = text.indexOf(wanted, cursor);
        if (at >= 0) {
            cursor = at + wanted.length();
        }
        return at >= 0;
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
