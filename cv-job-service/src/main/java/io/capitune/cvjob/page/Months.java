package io.capitune.cvjob.page;

import java.time.YearMonth;
import java.time.format.TextStyle;

import jakarta.enterprise.context.RequestScoped;

import io.capitune.platform.page.PageContext;

/** Months in the reader's language. */
@RequestScoped
class Months {

    private final PageContext page;

    Months(PageContext page) {
        this.page = page;
    }

    /** {@code novembre} for {@code 2026-11}. */
    String name(String period) {
        return YearMonth.parse(period).getMonth().getDisplayName(TextStyle.FULL, page.locale());
    }

    String nameAfter(String period) {
        return name(YearMonth.parse(period).plusMonths(1).toString());
    }
}
