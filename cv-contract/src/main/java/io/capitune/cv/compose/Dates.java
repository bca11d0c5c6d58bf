package io.capitune.cv.compose;

import io.capitune.cv.resume.PartialDate;
import org.jspecify.annotations.Nullable;

/** Dates and periods as a CV prints them. */
final class Dates {

    private final Wording wording;

    Dates(Wording wording) {
        this.wording = wording;
    }

    /** "mars 2021", "Mar 2021" or "2021": a CV names no days. */
    @Nullable
    String date(@Nullable PartialDate date) {
        if (date == null) {
            return null;
        }
        return date.month() == 0 ? year(date) : wording.month(date.month()) + " " + year(date);
    }

    /** "mars 2021 – févr. 2024", "depuis mars 2021", "Mar 2021 – Present"; an end alone stands alone. */
    @Nullable
    String period(@Nullable PartialDate start, @Nullable PartialDate end) {
        String from = date(start);
        String to = date(end);
        if (from == null) {
            return to;
        }
        if (to == null) {
            return wording.since(from);
        }
        return from.equals(to) ? from : from + " – " + to;
    }

    private static String year(PartialDate date) {
        return "%04d".formatted(date.year());
    }
}
