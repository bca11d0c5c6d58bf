package io.capitune.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page that tells people what is kept of them, as its source stands in portal-service. A row of its table begins with a comment that
 * names the collections it tells of; no reader gets to see that.
 */
public record PrivacyPage(String language, String source) {

    private static final Path FOLDER = Path.of("portal-service", "src", "main", "resources", "templates", "TextPages");
    private static final Pattern COLLECTIONS = Pattern.compile("<tr>\\{! ([a-z_ ]+) !}");
    private static final Pattern COOKIE = Pattern.compile("<li><code>([a-z-]+)</code>");

    /** The page in each language. */
    public static List<PrivacyPage> all() {
        return Stream.of("fr", "en")
                .map(language -> new PrivacyPage(language, read(language)))
                .toList();
    }

    /** The collections that it tells of. */
    public Set<String> collections() {
        return found(COLLECTIONS);
    }

    /** The cookies that it names. */
    public Set<String> cookies() {
        return found(COOKIE);
    }

    private Set<String> found(Pattern names) {
        return names.matcher(source)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String language) {
        var root = Path.of(System.getProperty("capitune.root", "."));
        try {
            return Files.readString(root.resolve(FOLDER).resolve("privacy-" + language + ".html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "privacy-" + language + ".html";
    }
}
