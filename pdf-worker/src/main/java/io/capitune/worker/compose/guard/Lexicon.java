package io.capitune.worker.compose.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Word lists of the guard, one word or more a line in {@code resources/guard}. */
final class Lexicon {

    /** Words that carry no fact: articles, prepositions, the plain verbs and nouns of any CV. */
    static final Set<String> NEUTRAL = load("neutral");

    /** Names of tools and methods that are written in lower case as often as not. */
    static final Set<String> SKILLS = load("skills");

    /** Words that may open a line with a capital without being a name. */
    static final Set<String> OPENERS = load("openers");

    /** Companies that look like an opening word. */
    static final Set<String> BRANDS = load("brands");

    private Lexicon() {}

    private static Set<String> load(String name) {
        String file = "/guard/" + name + ".txt";
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Lexicon.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
