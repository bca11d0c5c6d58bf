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
 * days in the product's time zone, since people are told a day; on that day the file is still there. An announcement is void
 * where its day comes before the end that holds now, or is long over; it is taken back then, and made anew when it is time.
 */
@ApplicationScoped
class Retention {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Duration notice;

    /**
     * How long a notice holds beyond the moment from which its file may go: as long as it was made ahead, so that an outage of
     * some days voids none, and two turns, so that looking seldom does not announce again and again.
     */
    private final Duration late;

    private final ZoneId zone;

    Retention(RetentionConfig config, CvJobConfig product) {
        this.notice = config.notice();
        this.late = ahead().plus(config.every().multipliedBy(2));
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
        if (!near || expiry.goesAt().isBefore(end)) {
            return new Spare();
        }
        return expiry.toldAt() == null ? new AskWhetherTold() : told(expiry.goesAt(), expiry.toldAt(), now);
    }

    /** A file goes soon after it may, or not on this notice: whoever was told of a day long past believes it kept. */
    private Decision told(Instant goesAt, Instant toldAt, Instant now) {
        var wholeNotice = toldAt.plus(notice);
        var due = goesAt.isBefore(wholeNotice) ? wholeNotice : goesAt;
        if (now.isBefore(due)) {
            return new Keep();
        }
        return now.isBefore(due.plus(late)) ? new Remove() : new Spare();
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
