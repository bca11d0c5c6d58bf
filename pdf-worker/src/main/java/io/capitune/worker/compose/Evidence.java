package io.capitune.worker.compose;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.capitune.worker.compose.guard.TruthGuard;

/** The person's own lines that a new summary draws on most, so that they can see where it comes from. */
final class Evidence {

    private static final int LINES = 3;
    private static final int TELLING = 4;

    private Evidence() {}

    /** Up to three lines of the career, in its order, one a line; empty when none shares a word. */
    static String of(String summary, String career) {
        Set<String> told = words(summary);
        List<String> lines = career.lines().distinct().toList();
        List<String> best = lines.stream()
                .filter(line -> shared(line, told) > 0)
                .sorted(Comparator.comparingLong((String line) -> shared(line, told))
                        .reversed())
                .limit(LINES)
                .toList();
        return lines.stream().filter(best::contains).collect(Collectors.joining("\n"));
    }

    private static long shared(String line, Set<String> told) {
        return words(line).stream().filter(told::contains).count();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(TruthGuard.comparable(text).split("[^\\p{L}\\p{M}\\p{N}+#]+"))
                .filter(word -> word.length() >= TELLING || word.matches("\\p{N}+"))
                .collect(Collectors.toSet());
    }
}
