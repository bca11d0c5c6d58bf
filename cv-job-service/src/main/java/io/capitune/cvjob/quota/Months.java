package io.capitune.cvjob.quota;

import java.time.Clock;
import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cvjob.CvJobConfig;

/** The months that units are counted in, in the product's time zone. */
@ApplicationScoped
class Months {

    private final Clock clock;

    Months(Clock clock, CvJobConfig config) {
        this.clock = clock.withZone(config.timeZone());
    }

    /** The month of now, such as {@code 2026-11}. */
    String current() {
        return YearMonth.now(clock).toString();
    }
}
