package io.capitune.cvjob.quota;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.UsageCounters;
import io.capitune.cvjob.plan.Plans;

/** What accounts have used this month. */
@ApplicationScoped
public class Usage {

    private final UsageCounters counters;
    private final Plans plans;
    private final Months months;

    Usage(UsageCounters counters, Plans plans, Months months) {
        this.counters = counters;
        this.plans = plans;
        this.months = months;
    }

    /** The account's plan and its use this month. */
    public UsageView of(String owner) {
        var plan = plans.of(owner);
        var period = months.current();
        return new UsageView(plan.name(), period, counters.used(owner, period), plan.monthly());
    }
}
