package io.capitune.worker.compose.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.capitune.cv.resume.PartialDate;

/** Dates as people write them, in French and English: "mars 2021", "03/2021", "Sept. 2019", "15/03/2021", "2021". */
final class SpokenDate {

    private static final List<String> MONTHS = List.of(
            "janv|jan",
            "févr|fevr|fév|fev|feb",
            "mars|mar",
            "avr|apr",
            "mai|may",
            "juin|jun",
            "juil|jul",
            "août|aout|aug",
            "sept|sep",
            "oct",
            "nov",
            "déc|dec");
    private static final Pattern NAMED = Pattern.compile("(?:\\d{1,2}(?:er|st|nd|rd|th)? )?(\\p{L}{3,9})\\.? (\\d{4})");
    private static final Pattern FIGURES = Pattern.compile("(?:\\d{1,2}[/.-])?(\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

    private SpokenDate() {}

    /** The date, to the month; empty for what names no year, such as "since three years" or "today". */
    static Optional<PartialDate> parse(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        try {
            Matcher named = NAMED.matcher(given);
            if (named.matches()) {
                return month(named.group(1)).map(month -> new PartialDate(Integer.parseInt(named.group(2)), month, 0));
            }
            Matcher figures = FIGURES.matcher(given);
            if (figures.matches()) {
                return Optional.of(
                        new PartialDate(Integer.parseInt(figures.group(2)), Integer.parseInt(figures.group(1)), 0));
            }
            return ISO.matcher(given).matches() ? Optional.ofNullable(PartialDate.of(given)) : Optional.empty();
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> month(String name) {
        return IntStream.range(0, MONTHS.size())
                .filter(i -> name.matches("(?:" + MONTHS.get(i) + ")\\p{L}*"))
                .mapToObj(i -> i + 1)
                .findFirst();
    }
}
