package io.capitune.worker.prove;

import java.text.Bidi;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was read back, searched from top to bottom. Whatever is found can be shown as it was read. */
final class ReadingText {

    private final ComparableText text;
    private int cursor;

    ReadingText(String text) {
        this.text = ComparableText.of(text);
    }

    /** A part of the text, counted in comparable characters. */
    record Span(int from, int to) {}

    /** Where the string comes, at or after the last one found; if it does, reading goes on behind it. */
    Optional<Span> next(String wanted) {
        var found = ahead(wanted);
        found.ifPresent(span -> cursor = span.to());
        return found;
    }

    /** Where the string comes, at or after the last one found; reading stays where it is. */
    Optional<Span> ahead(String wanted) {
        var searched = ComparableText.of(wanted).characters();
        var at = text.characters().indexOf(searched, cursor);
        if (at >= 0) {
            return Optional.of(new Span(at, at + searched.length()));
        }
        return isMixedDirection(wanted) ? wordsAhead(words(wanted)) : Optional.empty();
    }

    /** Reading goes on behind the part, if it is not there yet. */
    void passed(Span span) {
        cursor = Math.max(cursor, span.to());
    }

    /** The part as it was read, with a space where the file has white space or a new line. */
    String read(Span span) {
        return text.original(span.from(), span.to());
    }

    /** Readers order the words of right-to-left lines differently; each has to be there, forwards or backwards. */
    private Optional<Span> wordsAhead(List<String> words) {
        var searchFrom = new HashMap<String, Integer>();
        var from = Integer.MAX_VALUE;
        var to = cursor;
        for (var word : words) {
            var at = either(word, searchFrom.getOrDefault(word, cursor));
            if (at < 0) {
                return Optional.empty();
            }
            searchFrom.put(word, at + word.length());
            from = Math.min(from, at);
            to = Math.max(to, at + word.length());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Span(from, to));
    }

    private int either(String word, int from) {
        var forwards = text.characters().indexOf(word, from);
        var backwards =
                text.characters().indexOf(new StringBuilder(word).reverse().toString(), from);
        return forwards < 0 || backwards < 0 ? Math.max(forwards, backwards) : Math.min(forwards, backwards);
    }

    private static List<String> words(String wanted) {
        return Stream.of(wanted.split("[\\s\\p{Punct}\u060C\u061B]+"))
                .map(word -> ComparableText.of(word).characters())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isMixedDirection(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }
}
