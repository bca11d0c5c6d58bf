package io.capitune.worker.compose.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.capitune.worker.compose.guard.TruthGuard;

/** A text whose facts must be verbatim spans of it, whatever their white space and case. */
public final class Spans {

    private final String written;
    private final String comparable;

    public Spans(String text) {
        written = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('’', '\'')
                .replaceAll("[\\s\\u00A0\\u2007\\u202F]+", " ")
                .strip();
        comparable = TruthGuard.comparable(text);
    }

    /** The fact as the text has it, as whole words; empty where the text does not. */
    public Optional<String> verbatim(String fact) {
        String wanted = TruthGuard.comparable(fact);
        return starts(wanted).stream()
                .findFirst()
                .map(start -> written.length() == comparable.length()
                        ? written.substring(start, start + wanted.length())
                        : fact.strip());
    }

    /** Whether both stand in the text, the one within so many characters of the other. */
    public boolean near(String one, String other, int distance) {
        List<Integer> others = starts(TruthGuard.comparable(other));
        return starts(TruthGuard.comparable(one)).stream()
                .anyMatch(start -> others.stream().anyMatch(place -> Math.abs(place - start) <= distance));
    }

    private List<Integer> starts(String wanted) {
        List<Integer> starts = new ArrayList<>();
        if (wanted.isEmpty()) {
            return starts;
        }
        for (int at = comparable.indexOf(wanted); at >= 0; at = comparable.indexOf(wanted, at + 1)) {
            boolean opens = at == 0 || !joined(comparable.charAt(at - 1), wanted.charAt(0));
            int end = at + wanted.length();
            boolean closes =
                    end == comparable.length() || !joined(wanted.charAt(wanted.length() - 1), comparable.charAt(end));
            if (opens && closes) {
                starts.add(at);
            }
        }
        return starts;
    }

    /** Two letters or two digits beside each other are one word, except in scripts without spaces. */
    private static boolean joined(char left, char right) {
        boolean letters = Character.isLetter(left) && Character.isLetter(right) && !Character.isIdeographic(left);
        return letters || (Character.isDigit(left) && Character.isDigit(right));
    }
}
