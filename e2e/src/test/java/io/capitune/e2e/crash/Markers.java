package io.capitune.e2e.crash;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.capitune.e2e.system.Pdf;

/** The words by which the CVs of a run are told apart. */
final class Markers {

    private static final Pattern MARKER = Pattern.compile("Marque-\\d+-\\d+\\.");

    private Markers() {}

    /** That of a person's submission, by their numbers. */
    static String of(int person, int submission) {
        return "Marque-%d-%d.".formatted(person, submission);
    }

    /**
     * All that a PDF says.
     *
     * @throws RuntimeException where it is none, or damaged
     */
    static Set<String> in(byte[] pdf) {
        return MARKER.matcher(Pdf.of(pdf).text())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
