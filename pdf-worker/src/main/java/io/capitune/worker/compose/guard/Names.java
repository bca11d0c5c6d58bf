package io.capitune.worker.compose.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.capitune.worker.compose.guard.Words.Word;

/** Proper names, acronyms and skill terms: each must stand in the source, whatever its case, with its accents. */
final class Names {

    private static final Pattern TECHNICAL =
            Pattern.compile("^(?=\\P{L}*+\\p{L})\\P{N}*+\\p{N}|[+#.]|^\\p{Lu}{2,}$|\\p{Ll}\\p{Lu}");
    private static final Pattern CASELESS = Pattern.compile(".*\\p{Lo}.*");
    private static final Pattern OPENING_FORM =
            Pattern.compile("\\p{L}{2,}(é|ée|és|er|ir|tion|sion|ment|age|ance|ence|ité|ed|ing)s?");
    private static final int OPENING_LENGTH = 6;

    /** An employer, even in lower case: what follows "chez" must be known. */
    private static final Pattern AT = Pattern.compile("(?U)\\bchez (?:les? |la |des |un |une |l'|d')?(\\p{L}+)");

    private final Words source;
    private final Set<String> ownSkills;

    /** @param ownSkills skill words of the whole résumé, which a line may claim only where its own source does */
    Names(Words source, Set<String> ownSkills) {
        this.source = source;
        this.ownSkills = ownSkills;
    }

    Optional<Violation> beyond(Words rewritten) {
        return rewritten.all().stream()
                .filter(word -> !stands(word))
                .findFirst()
                .map(word -> (isSkill(word) ? Violation.Kind.SKILL : Violation.Kind.NAME).of(word.text()))
                .or(() -> AT.matcher(rewritten.text().toLowerCase(Locale.ROOT))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !source.hasForm(name))
                        .findFirst()
                        .map(Violation.Kind.NAME::of));
    }

    private boolean stands(Word word) {
        if (source.has(word.lower())) {
            return true;
        }
        if (CASELESS.matcher(word.text()).matches()) {
            return source.text().contains(word.text());
        }
        if (isSkill(word)) {
            return ownSkills.contains(word.lower()) && source.hasForm(word.lower());
        }
        if (!Character.isUpperCase(word.text().codePointAt(0))
                && !Character.isTitleCase(word.text().codePointAt(0))) {
            return true;
        }
        return word.text().length() == 1
                ? word.startsSentence() || word.lower().matches("[ldnsjmtcà]")
                : word.startsSentence() && opens(word.lower());
    }

    private static boolean isPlain(Word word) {
        return Lexicon.NEUTRAL.contains(word.lower());
    }

    private boolean isSkill(Word word) {
        boolean technical =
                TECHNICAL.matcher(word.text()).find() && !word.text().matches("[\\p{N}.]+");
        return technical
                || (!isPlain(word) && (Lexicon.SKILLS.contains(word.lower()) || ownSkills.contains(word.lower())));
    }

    private boolean opens(String lower) {
        if (Lexicon.BRANDS.contains(lower)) {
            return false;
        }
        return Lexicon.OPENERS.contains(lower)
                || Lexicon.NEUTRAL.contains(lower)
                || source.hasForm(lower)
                || (lower.length() >= OPENING_LENGTH
                        && OPENING_FORM.matcher(lower).matches());
    }
}
