package io.capitune.cvjob.page;

import java.util.List;
import java.util.stream.IntStream;

import io.capitune.cvjob.quota.UsageView;

/**
 * What is left of the month's CVs.
 *
 * @param month in the reader's words
 * @param nextMonth the month that brings new ones
 */
public record QuotaView(String plan, int used, int limit, String month, String nextMonth) {

    /** Beyond this many, a sentence says more than pips. */
    private static final int MOST_PIPS = 12;

    static QuotaView of(UsageView usage, Months months) {
        return new QuotaView(
                usage.plan(),
                usage.used(),
                usage.limit(),
                months.name(usage.period()),
                months.nameAfter(usage.period()));
    }

    /** CVs left. */
    public int left() {
        return Math.max(0, limit - used);
    }

    public boolean free() {
        return "free".equals(plan);
    }

    /** One for each CV of the month, true where it is used; none where they would be too many. */
    public List<Boolean> pips() {
        return limit > MOST_PIPS
                ? List.of()
                : IntStream.range(0, limit).mapToObj(i -> i < used).toList();
    }
}
