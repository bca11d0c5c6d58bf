package io.capitune.platform.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Moments in the reader's words and the product's time zone; templates know it as {@code inject:times}. */
@RequestScoped
@Named("times")
public class Times {

    private final Moments moments;

    Times(PageContext page, @ConfigProperty(name = "capitune.time-zone", defaultValue = "Europe/Paris") ZoneId zone) {
        this.moments = new Moments(Locale.of(page.lang()), zone);
    }

    /** {@code 14 h 36}, {@code 2:36 pm}. */
    public String time(Instant moment) {
        return moments.time(moment);
    }

    /** {@code 23 novembre}, {@code 23 November}; the first of a month is {@code 1er} in French. */
    public String day(Instant moment) {
        return moments.first(moments.write(moment, "d MMMM", "d MMMM"));
    }

    /** {@code 25 février 2027}, {@code 25 February 2027}. */
    public String date(LocalDate day) {
        return moments.first(moments.write(day, "d MMMM yyyy", "d MMMM yyyy"));
    }

    /** The same of a moment. */
    public String fullDate(Instant moment) {
        return moments.first(moments.write(moment, "d MMMM yyyy", "d MMMM yyyy"));
    }

    /** {@code novembre}, {@code November}. */
    public String month(Instant moment) {
        return moments.write(moment, "MMMM", "MMMM");
    }

    /** {@code 23 nov. à 14 h 36}, {@code 23 Nov at 2:36 pm}. */
    public String dayTime(Instant moment) {
        return moments.first(moments.write(moment, "d MMM 'à' ", "d MMM 'at' ")) + time(moment);
    }

    /** {@code 23 nov. 2026 à 14 h 36}, {@code 23 Nov 2026 at 2:36 pm}: for what may lie years back. */
    public String moment(Instant moment) {
        return moments.moment(moment);
    }

    /** For the {@code datetime} attribute of {@code <time>}. */
    public String iso(Instant moment) {
        return moment.toString();
    }
}
