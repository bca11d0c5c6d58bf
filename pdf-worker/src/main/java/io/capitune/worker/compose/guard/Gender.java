package io.capitune.worker.compose.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.capitune.worker.compose.guard.Words.Word;

/** Grammatical gender of occupations: an infirmière stays one. */
final class Gender {

    private record Pair(String masculine, String feminine) {}

    private static final List<Pair> ENDINGS = List.of(
            new Pair("teur", "trice"),
            new Pair("eur", "euse"),
            new Pair("eur", "eure"),
            new Pair("ier", "ière"),
            new Pair("er", "ère"),
            new Pair("ien", "ienne"),
            new Pair("on", "onne"),
            new Pair("f", "ve"),
            new Pair("ant", "ante"),
            new Pair("ent", "ente"),
            new Pair("al", "ale"),
            new Pair("teur", "teuse"),
            new Pair("eux", "euse"),
            new Pair("ois", "oise"),
            new Pair("in", "ine"));

    /** Participles are nouns of people in these only: "développé" and "développée" are none. */
    private static final Set<String> PEOPLE_IN_E = Set.of(
            "chargé",
            "employé",
            "diplômé",
            "associé",
            "délégué",
            "attaché",
            "salarié",
            "apprenti",
            "retraité",
            "licencié",
            "agréé",
            "préposé",
            "ouvrier",
            "motivé",
            "passionné",
            "expérimenté",
            "qualifié",
            "spécialisé",
            "confirmé",
            "certifié",
            "né");

    private static final List<Pair> PAIRS = List.of(
            new Pair("chef", "cheffe"),
            new Pair("maître", "maîtresse"),
            new Pair("hôte", "hôtesse"),
            new Pair("steward", "hôtesse"),
            new Pair("barman", "barmaid"),
            new Pair("homme", "femme"),
            new Pair("agent", "agente"),
            new Pair("adjoint", "adjointe"),
            new Pair("expert", "experte"),
            new Pair("avocat", "avocate"),
            new Pair("apprenti", "apprentie"),
            new Pair("il", "elle"),
            new Pair("waiter", "waitress"),
            new Pair("actor", "actress"),
            new Pair("salesman", "saleswoman"),
            new Pair("chairman", "chairwoman"),
            new Pair("businessman", "businesswoman"),
            new Pair("foreman", "forewoman"),
            new Pair("steward", "stewardess"),
            new Pair("host", "hostess"),
            new Pair("craftsman", "craftswoman"),
            new Pair("cameraman", "camerawoman"),
            new Pair("handyman", "handywoman"));

    private static final Set<String> PRONOUNS = Set.of("he", "she", "his", "her", "him", "hers", "himself", "herself");

    private Gender() {}

    static Optional<Violation> changed(Words rewritten, Words source) {
        return rewritten.all().stream()
                .filter(word -> !source.has(word.lower()))
                .filter(word ->
                        PRONOUNS.contains(word.lower()) || others(word.lower()).anyMatch(source::has))
                .findFirst()
                .map(Word::text)
                .map(Violation.Kind.GENDER::of);
    }

    /** The same occupation in the other gender, in every form it may have. */
    private static Stream<String> others(String word) {
        boolean plural = word.endsWith("s") && word.length() > 4;
        String one = plural ? word.substring(0, word.length() - 1) : word;
        Set<String> forms = Stream.of(
                        PAIRS.stream().flatMap(pair -> swap(one, pair.masculine(), pair.feminine(), true)),
                        ENDINGS.stream().flatMap(pair -> swap(one, pair.masculine(), pair.feminine(), false)),
                        PEOPLE_IN_E.stream().flatMap(noun -> swap(one, noun, noun + "e", true)))
                .flatMap(found -> found)
                .collect(Collectors.toSet());
        return forms.stream().flatMap(form -> Stream.of(form, form + "s"));
    }

    private static Stream<String> swap(String word, String masculine, String feminine, boolean whole) {
        if (whole) {
            return word.equals(masculine)
                    ? Stream.of(feminine)
                    : word.equals(feminine) ? Stream.of(masculine) : Stream.empty();
        }
        if (word.endsWith(feminine) && word.length() > feminine.length() + 1) {
            return Stream.of(word.substring(0, word.length() - feminine.length()) + masculine);
        }
        return word.endsWith(masculine) && word.length() > masculine.length() + 1
                ? Stream.of(word.substring(0, word.length() - masculine.length()) + feminine)
                : Stream.empty();
    }
}
