package io.capitune.cvjob.retention;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import io.capitune.cv.job.CvExpiries.FinishedCv;
import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.FileExpiry;
import io.capitune.cvjob.CvJobConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {

    private static final Duration FREE = Duration.ofDays(90);
    private static final Duration PRO = Duration.ofDays(365);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant FINISHED = Instant.parse("2026-11-27T10:00:00Z");
    /** Midnight in Paris after 25 February, the ninetieth day. */
    private static final Instant END = Instant.parse("2027-02-25T23:00:00Z");

    private static final Instant NOTICED = END.minus(Duration.ofDays(8));

    private final Retention retention =
            new Retention(new Settings(Duration.ofHours(1), WEEK), productIn(ZoneId.of("Europe/Paris")));

    @Test
    void aFileEndsWithADayInTheProductsTimeZone() {
        assertThat(retention.end(FINISHED, FREE)).isEqualTo(END);
        assertThat(retention.lastDay(END)).isEqualTo(LocalDate.of(2027, 2, 25));
    }

    @Test
    void nothingHappensUntilTheNoticeIsDue() {
        assertThat(decide(null, FREE, NOTICED.minusMillis(1))).isEqualTo(new Decision.Keep());
        assertThat(decide(null, FREE, NOTICED)).isEqualTo(new Decision.Announce(END));
    }

    @Test
    void aLateNoticeIsAsLongAsAnyOther() {
        var late = END.plus(Duration.ofDays(30)).plusSeconds(1);
        var midnightInSummer = Instant.parse("2027-04-04T22:00:00Z");
        assertThat(decide(null, FREE, late)).isEqualTo(new Decision.Announce(midnightInSummer));
    }

    @Test
    void whoWasToldKeepsTheFileToTheEndOfTheDay() {
        var told = announced(END, NOTICED);
        assertThat(decide(told, FREE, END.minusMillis(1))).isEqualTo(new Decision.Keep());
        assertThat(decide(told, FREE, END)).isEqualTo(new Decision.Remove());
    }

    @Test
    void anAnnouncedDayHoldsThoughThePlanBecameShorter() {
        var told = announced(END.plus(Duration.ofDays(3)), NOTICED);
        assertThat(decide(told, Duration.ofDays(30), END)).isEqualTo(new Decision.Keep());
    }

    @Test
    void whoWasNotToldKeepsTheFile() {
        assertThat(decide(announced(END, null), FREE, END.plus(PRO))).isEqualTo(new Decision.AskWhetherTold());
    }

    @Test
    void whoWasToldLateHasTheWholeNotice() {
        var told = announced(END, END.minusSeconds(60));
        assertThat(decide(told, FREE, END)).isEqualTo(new Decision.Keep());
        assertThat(decide(told, FREE, END.minusSeconds(60).plus(WEEK))).isEqualTo(new Decision.Remove());
    }

    @Test
    void aRunThatIsLateByAnOutageOfSomeDaysStillRemoves() {
        var told = announced(END, NOTICED);
        assertThat(decide(told, FREE, END.plus(Duration.ofHours(1)))).isEqualTo(new Decision.Remove());
        assertThat(decide(told, FREE, END.plus(Duration.ofDays(1)))).isEqualTo(new Decision.Remove());
        assertThat(decide(told, FREE, END.plus(Duration.ofDays(3)))).isEqualTo(new Decision.Remove());
    }

    @Test
    void aNoticeWhoseDayIsLongOverIsVoid() {
        var told = announced(END, NOTICED);
        var over = END.plus(WEEK).plus(Duration.ofDays(1)).plus(Duration.ofHours(2));
        assertThat(decide(told, FREE, over.minusMillis(1))).isEqualTo(new Decision.Remove());
        assertThat(decide(told, FREE, over)).isEqualTo(new Decision.Spare());
        assertThat(decide(told, FREE, END.plus(PRO))).isEqualTo(new Decision.Spare());
    }

    @Test
    void aNoticeThatWasSentLateIsNotVoidForThat() {
        var toldAt = END.plus(Duration.ofDays(20));
        var told = announced(END, toldAt);
        assertThat(decide(told, FREE, toldAt)).isEqualTo(new Decision.Keep());
        assertThat(decide(told, FREE, toldAt.plus(WEEK))).isEqualTo(new Decision.Remove());
    }

    @Test
    void aNoticeOfADayBeforeTheEndThatHoldsNowIsVoid() {
        var tenDaysMore = FREE.plusDays(10);
        var end = END.plus(Duration.ofDays(10));
        for (var toldAt : new Instant[] {null, NOTICED}) {
            var earlier = announced(END, toldAt);
            assertThat(decide(earlier, tenDaysMore, END)).isEqualTo(new Decision.Spare());
            assertThat(decide(earlier, tenDaysMore, end)).isEqualTo(new Decision.Spare());
        }
    }

    /** It would be announced and taken back for ever otherwise. */
    @Test
    void whoLooksSeldomRemovesAllTheSame() {
        var monthly = Duration.ofDays(30);
        var seldom = new Retention(new Settings(monthly, WEEK), productIn(ZoneId.of("Europe/Paris")));
        var told = cv(announced(END, NOTICED));
        assertThat(seldom.decide(told, FREE, NOTICED.plus(monthly).plus(monthly)))
                .isEqualTo(new Decision.Remove());
    }

    @Test
    void aLongerPlanSparesWhatWasAnnounced() {
        var told = announced(END, NOTICED);
        assertThat(decide(told, PRO, END)).isEqualTo(new Decision.Spare());
        assertThat(decide(told, Duration.ZERO, END)).isEqualTo(new Decision.Spare());
    }

    @Test
    void aPlanWithoutEndAnnouncesNothing() {
        assertThat(decide(null, Duration.ZERO, END.plus(PRO))).isEqualTo(new Decision.Keep());
    }

    @Test
    void aNoticeThatWasNotSentIsMadeAnewAfterItsTime() {
        assertThat(retention.isStale(NOTICED, NOTICED.plus(WEEK).minusMillis(1)))
                .isFalse();
        assertThat(retention.isStale(NOTICED, NOTICED.plus(WEEK))).isTrue();
    }

    private Decision decide(@Nullable FileExpiry expiry, Duration keep, Instant now) {
        return retention.decide(cv(expiry), keep, now);
    }

    private static FinishedCv cv(@Nullable FileExpiry expiry) {
        var pdf = new CvPdf("AAAAAAAAAAAAAAAAAAAAAA.pdf", 1, 1, "hash");
        return new FinishedCv("job", "owner", FINISHED, pdf, expiry);
    }

    private static FileExpiry announced(Instant goesAt, @Nullable Instant toldAt) {
        return new FileExpiry("event", NOTICED, goesAt, toldAt, null);
    }

    private record Settings(Duration every, Duration notice) implements RetentionConfig {}

    /** A product of which only the time zone matters. */
    private static CvJobConfig productIn(ZoneId zone) {
        return (CvJobConfig) Proxy.newProxyInstance(
                RetentionTest.class.getClassLoader(),
                new Class<?>[] {CvJobConfig.class},
                (self, method, arguments) -> zone);
    }
}
