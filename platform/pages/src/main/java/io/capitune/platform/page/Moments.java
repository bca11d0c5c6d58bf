package io.capitune.platform.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Moments in words, for whomever they are written: {@link Times} are those of a page's reader.
 *
 * @param language one of those we speak
 */
public record Moments(Locale language, ZoneId zone) {

    /** {@code 14 h 36}, {@code 2:36 pm}. */
    public String time(Instant moment) {
        return write(moment, "H'\u00a0h\u00a0'mm", "h:mm\u00a0a");
    }

    /** {@code 23 nov. 2026 à 14 h 36}, {@code 23 Nov 2026 at 2:36 pm}: for what may lie years back. */
    public String moment(Instant moment) {
        return first(write(moment, "d MMM yyyy 'à' ", "d MMM yyyy 'at' ")) + time(moment);
    }

    /** The first of a month is {@code 1er} in French. */
    String first(String day) {
        return french() && day.startsWith("1 ") ? "1er" + day.substring(1) : day;
    }

    String write(TemporalAccessor moment, String french, String english) {
        var locale = french() ? Locale.FRANCE : Locale.UK;
        return DateTimeFormatter.ofPattern(french() ? french : english, locale)
                .withZone(zone)
                .format(moment);
    }

    private boolean french() {
        return "fr".equals(language.getLanguage());
    }
}
