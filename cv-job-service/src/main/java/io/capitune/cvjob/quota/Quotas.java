package io.capitune.cvjob.quota;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.cv.job.UsageCounters;
import io.capitune.cv.job.UsageCounters.Reservation;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.plan.Plans;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** Units of the month. A unit is reserved in the transaction that adds the job, so that neither is ever there alone. */
@ApplicationScoped
public class Quotas {

    private final UsageCounters counters;
    private final Plans plans;
    private final Months months;
    private final CvJobConfig.Rate rate;

    Quotas(UsageCounters counters, Plans plans, Months months, CvJobConfig config) {
        this.counters = counters;
        this.plans = plans;
        this.months = months;
        this.rate = config.rate();
    }

    /**
     * A place in the queue.
     *
     * @param period the month whose unit was taken; null where none was
     * @param rank the job's rank
     * @param at when it was taken, by the database's clock
     */
    public record Place(@Nullable String period, long rank, Instant at) {}

    /** Prepares what a place is taken from: to be called before the transaction. */
    public Quota of(Caller caller) {
        var period = months.current();
        counters.prepare(caller.id(), period);
        return new Quota(caller, period, plans.of(caller.id()).monthly());
    }

    /** One account's month. */
    public final class Quota {

        private final Caller caller;
        private final String period;
        private final int monthly;

        private Quota(Caller caller, String period, int monthly) {
            this.caller = caller;
            this.period = period;
            this.monthly = monthly;
        }

        /**
         * A place that costs a unit.
         *
         * @throws ProblemException 403 {@code QUOTA_REACHED}, or 429 {@code RATE_LIMITED}; either ends the transaction
         */
        public Place reserve(ClientSession session) {
            return place(
                    counters.reserve(session, caller.id(), period, monthly, rate.submissions(), rate.window()), period);
        }

        /**
         * A place that costs no unit, but counts for the rate.
         *
         * @throws ProblemException 429 {@code RATE_LIMITED}, which ends the transaction
         */
        public Place again(ClientSession session) {
            return place(counters.admit(session, caller.id(), period, rate.submissions(), rate.window()), null);
        }

        /**
         * A place that costs a unit and does not count for the rate: an operator asks for it, not the caller.
         *
         * @throws ProblemException 403 {@code QUOTA_REACHED}, which ends the transaction
         */
        public Place reserveForOperator(ClientSession session) {
            return place(counters.reserve(session, caller.id(), period, monthly), period);
        }

        private Place place(Reservation reservation, @Nullable String paid) {
            return switch (reservation) {
                case Reservation.Reserved reserved -> new Place(paid, reserved.rank(), reserved.at());
                case Reservation.QuotaReached reached -> throw reached(caller, monthly);
                case Reservation.RateLimited limited -> throw limited(caller, limited.retryAfter());
            };
        }

        /** A place that costs nothing and is counted elsewhere. */
        public Place free(ClientSession session) {
            return place(counters.place(session, caller.id(), period), null);
        }
    }

    private static ProblemException reached(Caller caller, int monthly) {
        return new ProblemException(
                403,
                "QUOTA_REACHED",
                caller.read(
                                "Vos %d CV de ce mois sont utilisés. Corriger et réimprimer ne compte pas.",
                                "Your %d CVs of this month are used up. Correcting and printing again does not count.")
                        .formatted(monthly));
    }

    private static ProblemException limited(Caller caller, Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ProblemException(
                        429,
                        "RATE_LIMITED",
                        caller.read(
                                        "Beaucoup de demandes à la fois : réessayez dans %d s.",
                                        "Many requests at once: try again in %d s.")
                                .formatted(seconds))
                .header("Retry-After", Long.toString(seconds));
    }
}
