package io.capitune.worker.compose.story;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Finds the author's name: where they say it, where their e-mail address repeats it, or as the line that heads a CV. */
final class AuthorName {

    private static final String PART = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,40}+";
    private static final String NAME =
            PART + "(?:[ \\u00A0]+(?:(?:de|du|des|da|dos|van|von|der|den|el|al|ben|bin|le|la|d')[ \\u00A0]*)?" + PART
                    + "){1,3}";
    private static final Pattern SAID =
            Pattern.compile("(?:^|[\\s.,;!])(?i:je m['’]appelle|mon nom est|moi c['’]est|my name is|my name's"
                    + "|nom et pr[ée]nom\\s*:|pr[ée]nom et nom\\s*:|nom complet\\s*:|full name\\s*:|(?<!pr[ée])nom\\s*:|name\\s*:|je suis|i am|i['’]m)\\s*("
                    + NAME + ")");
    private static final Pattern FIRST = Pattern.compile("(?i:pr[ée]nom|first name)\\s*:\\s*(" + PART + ")");
    private static final Pattern LAST =
            Pattern.compile("(?<!\\p{L})(?i:nom(?: de famille)?|last name|surname)\\s*:\\s*(" + PART + ")");
    private static final Pattern CASELESS = Pattern.compile("[\\p{Lo}\\p{M}·・\\s]{2,30}");
    private static final Set<String> TITLES = Set.of("curriculum vitae", "cv", "résumé", "resume", "curriculum");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "(?iU)\\b(?:expériences?|formations?|compétences?|profil|profile|experience|education|skills"
                    + "|summary|objectif|objective|contact|coordonnées|professionnel(?:le)?|gestionnaire|assistante?|développeu(?:r|se)|ingénieure?|technicien(?:ne)?"
                    + "|responsable|manager|developer|engineer|nurse|designer|consultante?|chef(?:fe)?|agente?|vendeu(?:r|se)|aide|secrétaire|comptable)\\b");
    private static final int HEAD_LINES = 5;

    private AuthorName() {}

    static Optional<String> in(String text, @Nullable String email) {
        return said(text)
                .or(() -> inTwoFields(text))
                .or(() -> asInEmail(text, email))
                .or(() -> atTheHead(text));
    }

    private static Optional<String> said(String text) {
        return SAID.matcher(text)
                .results()
                .map(found -> found.group(1).strip().replaceFirst("\\.$", ""))
                .filter(name -> !NOT_A_NAME.matcher(name).find())
                .findFirst();
    }

    private static Optional<String> inTwoFields(String text) {
        Matcher first = FIRST.matcher(text);
        Matcher last = LAST.matcher(text);
        return first.find() && last.find() ? Optional.of(first.group(1) + " " + last.group(1)) : Optional.empty();
    }

    /** {@code camille.lefevre@…} and "Camille Lefèvre" or "LEFÈVRE Camille" in the text. */
    private static Optional<String> asInEmail(String text, @Nullable String email) {
        if (email == null) {
            return Optional.empty();
        }
        List<String> parts = Arrays.stream(
                        email.substring(0, email.indexOf('@')).split("[._-]+"))
                .map(part -> part.replaceAll("\\d+$", ""))
                .filter(part -> part.length() > 1)
                .map(AuthorName::bare)
                .toList();
        return parts.size() < 2
                ? Optional.empty()
                : Pattern.compile(NAME)
                        .matcher(text)
                        .results()
                        .map(found -> found.group())
                        .filter(name -> {
                            List<String> words = Stream.of(name.split("[ \\u00A0'’-]+"))
                                    .map(AuthorName::bare)
                                    .toList();
                            return words.containsAll(parts) || parts.containsAll(words);
                        })
                        .findFirst();
    }

    private static Optional<String> atTheHead(String text) {
        return text.lines()
                .map(line -> line.strip().split("[|•·,;\\t]|\\s[-–—]\\s", 2)[0].strip())
                .filter(line -> !line.isEmpty() && !TITLES.contains(line.toLowerCase(Locale.ROOT)))
                .limit(HEAD_LINES)
                .filter(line ->
                        line.matches(NAME) || (CASELESS.matcher(line).matches() && line.split("\\s+").length <= 4))
                .filter(line -> !NOT_A_NAME.matcher(line).find())
                .findFirst();
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
