package io.capitune.cv.resume;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A date as JSON Resume knows it: {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}. Ordered by time; of two that agree as far
 * as both go, the vaguer comes first.
 *
 * @param month 1 to 12, or 0 where only the year is known
 * @param day 1 to 31, or 0 where it is unknown
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\\d|3[01]))?)?");
    private static final Comparator<PartialDate> BY_TIME = Comparator.comparingInt(PartialDate::year)
            .thenComparingInt(PartialDate::month)
            .thenComparingInt(PartialDate::day);

    /** @throws IllegalArgumentException for a month or a day that does not exist */
    public PartialDate {
        if (month < 0 || month > 12 || (month == 0 && day != 0)) {
            throw new IllegalArgumentException("no such month: " + month);
        }
        if (day < 0 || (day > 0 && !YearMonth.of(year, month).isValidDay(day))) {
            throw new IllegalArgumentException("no such day: " + day);
        }
    }

    /**
     * Reads a date; blank text, which many exports write for "none", is null.
     *
     * @throws IllegalArgumentException when the text is no such date
     */
    @JsonCreator
    public static @Nullable PartialDate of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("not a date: " + text);
        }
        try {
            return new PartialDate(number(form.group(1)), number(form.group(2)), number(form.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date: " + text, e);
        }
    }

    /** Whether this date lies before the other in every reading of both: 2021 is not before 2021-03. */
    public boolean surelyBefore(PartialDate other) {
        if (year != other.year || month == 0 || other.month == 0) {
            return year < other.year;
        }
        if (month != other.month || day == 0 || other.day == 0) {
            return month < other.month;
        }
        return day < other.day;
    }

    @Override
    public int compareTo(PartialDate other) {
        return BY_TIME.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        String text = "%04d".formatted(year);
        if (month > 0) {
            text += "-%02d".formatted(month);
        }
        return day > 0 ? text + "-%02d".formatted(day) : text;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
