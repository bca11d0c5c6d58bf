package io.capitune.worker.compose.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.capitune.worker.compose.guard.Words.Word;

/**
 * Checks that a rewritten line says nothing its source does not: no new figure, name or skill, no raised responsibility, level or
 * degree, no changed gender, no word lent by the job offer. It errs on the side of refusal, since what it refuses falls back to
 * the person's own words, which costs them nothing.
 */
public final class TruthGuard {

    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_SUMMARY = 700;
    private static final int CONTENT_LENGTH = 4;

    private final Set<String> ownSkills;
    private final Set<String> offerWords;

    /**
     * @param skills the résumé's skills: a line may name one only where its own source does
     * @param jobOffer the offer, whose words are nobody's experience; blank for none
     */
    public TruthGuard(List<String> skills, String jobOffer) {
        ownSkills = skills.stream()
                .flatMap(skill -> new Words(skill).all().stream())
                .map(Word::lower)
                .filter(TruthGuard::isContent)
                .collect(Collectors.toUnmodifiableSet());
        offerWords = new Words(jobOffer)
                .all().stream()
                        .map(Word::lower)
                        .filter(TruthGuard::isContent)
                        .map(Words::stem)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The first thing in the rewritten line that its source does not bear out; empty when the line may be printed. */
    public Optional<Violation> check(String rewritten, Source source) {
        if (!readable(rewritten, source.whole())) {
            return Optional.of(Violation.Kind.SHAPE.of(""));
        }
        Words text = new Words(rewritten);
        Words line = new Words(source.line());
        Words allowed = new Words(source.line() + " . " + source.facts());
        return Stream.<Supplier<Optional<Violation>>>of(
                        () -> Gender.changed(text, allowed),
                        () -> Claims.beyond(text, line, allowed, source.whole()),
                        () -> new Figures(text).beyond(new Figures(allowed)),
                        () -> new Names(allowed, ownSkills).beyond(text),
                        () -> lentByOffer(text, allowed),
                        () -> distant(text, allowed))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean readable(String text, boolean whole) {
        boolean marked = text.contains("[#") || text.contains("<") || text.contains("{{") || text.contains("http");
        boolean control = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
        return !text.isBlank() && !marked && !control && text.length() <= (whole ? LONGEST_SUMMARY : LONGEST_LINE);
    }

    private Optional<Violation> lentByOffer(Words text, Words allowed) {
        return text.all().stream()
                .filter(word -> isContent(word.lower()) && offerWords.contains(Words.stem(word.lower())))
                .filter(word -> !allowed.hasForm(word.lower()))
                .findFirst()
                .map(word -> Violation.Kind.OFFER.of(word.text()));
    }

    /** At least half of what a rewrite says in words that carry a fact must come from its source. */
    private static Optional<Violation> distant(Words text, Words allowed) {
        List<String> content = text.all().stream()
                .map(Word::lower)
                .filter(TruthGuard::isContent)
                .toList();
        long known = content.stream().filter(allowed::hasForm).count();
        boolean nothingKept = content.isEmpty()
                && text.all().stream()
                        .noneMatch(word -> word.lower().length() >= CONTENT_LENGTH && allowed.hasForm(word.lower()));
        return nothingKept || known * 2 < content.size()
                ? Optional.of(Violation.Kind.DISTANT.of(""))
                : Optional.empty();
    }

    private static boolean isContent(String lower) {
        return lower.length() >= CONTENT_LENGTH && !Lexicon.NEUTRAL.contains(lower) && !lower.matches("\\p{N}.*");
    }

    /** The text in the form in which the guard compares it, for finding verbatim spans. */
    public static String comparable(String text) {
        return Words.normalised(text).toLowerCase(Locale.ROOT);
    }
}
