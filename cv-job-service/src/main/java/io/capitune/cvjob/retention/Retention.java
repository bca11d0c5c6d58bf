package io.capitune.cvjob.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvExpiries.FinishedCv;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.retention.Decision.Announce;
import io.capitune.cvjob.retention.Decision.AskWhetherTold;
import io.capitune.cvjob.retention.Decision.Keep;
import io.capitune.cvjob.retention.Decision.Remove;
import io.capitune.cvjob.retention.Decision.Spare;

/**
 * The rules by which a file goes: its plan's time is over, and its owner was told at least the notice before. Ends are ends of
 * days in the product's time zone, since people are told a day; on that day the file is still there.
 */
@ApplicationScoped
class Retention {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Duration notice;
    private final ZoneId zone;

    Retention(RetentionConfig config, CvJobConfig product) {
        this.notice = config.notice();
        this.zone = product.timeZone();
    }

    /**
     * What to do about a file.
     *
     * @param keep how long its owner's plan keeps files; zero is for ever
     */
    Decision decide(FinishedCv cv, Duration keep, Instant now) {
        var expiry = cv.expiry();
        if (keep.isZero()) {
            return expiry == null ? new Keep() : new Spare();
        }
        var end = end(cv.finishedAt(), keep);
        var near = !now.isBefore(end.minus(ahead()));
        if (expiry == null) {
            return near ? new Announce(announced(end, now)) : new Keep();
        }
        if (now.isBefore(end)) {
            return near ? asked(expiry.toldAt() != null) : new Spare();
        }
        if (expiry.toldAt() == null) {
            return new AskWhetherTold();
        }
        var over =
                !now.isBefore(expiry.goesAt()) && !now.isBefore(expiry.toldAt().plus(notice));
        return over ? new Remove() : new Keep();
    }

    private static Decision asked(boolean told) {
        return told ? new Keep() : new AskWhetherTold();
    }

    /** A notice that is late, since nobody looked for a while or the plan became shorter, is as long as any other. */
    private Instant announced(Instant end, Instant now) {
        var earliest = endOfDay(now.plus(notice));
        return end.isBefore(earliest) ? earliest : end;
    }

    /** When a plan's time for a file is over: the end of a day. */
    Instant end(Instant finishedAt, Duration keep) {
        return endOfDay(finishedAt.plus(keep));
    }

    /** The last day on which a file that goes at {@code end} is there. */
    LocalDate lastDay(Instant end) {
        return end.minusMillis(1).atZone(zone).toLocalDate();
    }

    /** Whether an announcement whose notice did not reach its owner has waited long enough to be made anew. */
    boolean isStale(Instant noticedAt, Instant now) {
        return !now.isBefore(noticedAt.plus(notice));
    }

    /** How long before its end a file is announced: a day more than the notice, which may run out on the last day itself. */
    Duration ahead() {
        return notice.plus(A_DAY);
    }

    private Instant endOfDay(Instant moment) {
        return moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
