package io.capitune.cvjob.page.form;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.capitune.cv.resume.PartialDate;

/** A date as people write it, and as JSON Resume does. */
final class WrittenDate {

    private static final List<String> FRENCH =
            List.of("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.");
    private static final List<String> ENGLISH =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    /** What a month's name begins with, unaccented, in either language; the month is the place in the list, modulo 12. */
    private static final List<String> BEGINNINGS = List.of(
            "jan", "fe", "mar", "av", "mai", "juin", "juil", "ao", "sep", "oct", "nov", "dec", "jan", "fe", "mar", "ap",
            "may", "jun", "jul", "au", "sep", "oct", "nov", "dec");

    private static final Pattern NUMBERS = Pattern.compile("(?:(\\d{1,2})[/. -])?(\\d{1,2})[/. -](\\d{4})");
    private static final Pattern WORDS = Pattern.compile("(?:(\\d{1,2})(?:er|st|nd|rd|th)? )?(\\p{L}+)\\.? (\\d{4})");
    private static final List<String> STILL =
            List.of("aujourdhui", "actuel", "actuellement", "encours", "present", "today", "now", "current");

    private WrittenDate() {}

    /** The form of JSON Resume where the text is a date, nothing for "today", otherwise the text as it stands. */
    static String read(String text) {
        var plain = plain(text);
        if (STILL.contains(plain.replaceAll("[^a-z]", ""))) {
            return "";
        }
        return numbers(plain).or(() -> words(plain)).orElse(text.strip());
    }

    /** {@code mars 2021}, {@code Mar 2021}, {@code 2014}; what is no date stays as it is. */
    static String write(String json, String language) {
        try {
            var date = PartialDate.of(json);
            if (date == null || date.month() == 0) {
                return json;
            }
            var month = ("en".equals(language) ? ENGLISH : FRENCH).get(date.month() - 1);
            return (date.day() > 0 ? date.day() + " " : "") + month + " " + date.year();
        } catch (IllegalArgumentException noDate) {
            return json;
        }
    }

    private static Optional<String> numbers(String text) {
        var form = NUMBERS.matcher(text);
        return form.matches() ? json(form, Integer.parseInt(form.group(2))) : Optional.empty();
    }

    private static Optional<String> words(String text) {
        var form = WORDS.matcher(text);
        return form.matches() ? json(form, month(form.group(2))) : Optional.empty();
    }

    private static int month(String word) {
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            if (word.startsWith(BEGINNINGS.get(i))) {
                return i % 12 + 1;
            }
        }
        return 0;
    }

    private static Optional<String> json(Matcher form, int month) {
        try {
            var day = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
            return month == 0
                    ? Optional.empty()
                    : Optional.of(new PartialDate(Integer.parseInt(form.group(3)), month, day).toString());
        } catch (IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        var unaccented = Normalizer.normalize(text.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return unaccented.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
