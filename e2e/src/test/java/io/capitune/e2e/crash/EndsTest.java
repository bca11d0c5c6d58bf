package io.capitune.e2e.crash;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the crash test would say of a system that settles every job, and not as it must. */
class EndsTest {

    private final Books books = new Books(6, 20);
    private final Applicant.Job first = books.accepted.getFirst();
    private final Applicant.Job last = books.accepted.getLast();

    @Test
    void nothingIsWrongWhereEveryJobIsDone() {
        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void aSystemThatFailsEveryJobInGoodOrderIsFound() {
        books.accepted.forEach(job -> books.fail(job, "PRINT_FAILED", "no browser"));

        assertThat(new Checks(books).violations()).isEmpty();
        assertThat(found(Map.of()))
                .containsExactly(
                        new Violation(last.id(), "submitted once all was well again, and not DONE"),
                        new Violation("", "120 of 120 jobs failed that did not have to, of which 5 % may"));
    }

    @Test
    void aFewMayFail() {
        books.accepted.stream().limit(6).forEach(job -> books.fail(job, "STORAGE_FAILED", "away"));

        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void oneMoreMayNot() {
        books.accepted.stream().limit(7).forEach(job -> books.fail(job, "STORAGE_FAILED", "away"));

        assertThat(found(Map.of()))
                .containsExactly(new Violation("", "7 of 120 jobs failed that did not have to, of which 5 % may"));
    }

    @Test
    void whatHasToFailIsNoneOfTheFew() {
        books.accepted.stream().limit(20).toList().forEach(this::failAsDue);
        books.accepted.stream().skip(20).limit(5).forEach(job -> books.fail(job, "STORAGE_FAILED", "away"));

        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void whatHasToFailMakesTheFewNotMore() {
        books.accepted.stream().limit(20).toList().forEach(this::failAsDue);
        books.accepted.stream().skip(20).limit(6).forEach(job -> books.fail(job, "STORAGE_FAILED", "away"));

        assertThat(found(Map.of()))
                .containsExactly(new Violation("", "6 of 100 jobs failed that did not have to, of which 5 % may"));
    }

    @Test
    void whatHasToFailAndIsDoneIsFound() {
        books.expect(first, Due.TOO_LONG);

        assertThat(found(Map.of())).containsExactly(new Violation(first.id(), "done, and had to fail as TOO_LONG"));
    }

    @Test
    void whatFailsForAnothersReasonIsFound() {
        books.fail(first, "TOO_LONG", "2 pages");

        assertThat(found(Map.of())).containsExactly(new Violation(first.id(), "failed as TOO_LONG, which it is not"));
    }

    @Test
    void whatHasToFailMayFailForAFaultAsAnyOther() {
        books.fail(first, "STORAGE_FAILED", "away");
        books.expect(first, Due.TOO_LONG);

        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void whatHasToFailWhenAllIsWellFailsForItsReason() {
        books.fail(last, "STORAGE_FAILED", "away");
        books.expect(last, Due.TOO_LONG);

        assertThat(found(Map.of()))
                .containsExactly(new Violation(last.id(), "submitted once all was well again, and not TOO_LONG"));
    }

    private void failAsDue(Applicant.Job job) {
        books.fail(job, "TOO_LONG", "2 pages");
        books.expect(job, Due.TOO_LONG);
    }

    @Test
    void whatIsSubmittedWhenAllIsWellMayNotFail() {
        books.fail(last, "STORAGE_FAILED", "away");

        assertThat(found(Map.of()))
                .containsExactly(new Violation(last.id(), "submitted once all was well again, and not DONE"));
    }

    @Test
    void whatIsSubmittedWhenAllIsWellMayNotBeLost() {
        books.jobs.remove(last.id());

        assertThat(found(Map.of()))
                .containsExactly(new Violation(last.id(), "submitted once all was well again, and not DONE"));
    }

    @Test
    void anErrorOfOurOwnIsFound() {
        books.fail(first, "INTERNAL", "NullPointerException");

        assertThat(found(Map.of(first.id(), 3)))
                .containsExactly(new Violation(first.id(), "failed as INTERNAL, which no fault explains"));
    }

    @Test
    void aJobThatLostLeaseAfterLeaseMayBeGivenUp() {
        books.fail(first, "INTERNAL", "lease lost too often");

        assertThat(found(Map.of(first.id(), 3))).isEmpty();
    }

    @Test
    void aJobThatWasGivenUpTooSoonIsFound() {
        books.fail(first, "INTERNAL", "lease lost too often");

        assertThat(found(Map.of(first.id(), 2)))
                .containsExactly(new Violation(first.id(), "failed as INTERNAL, which no fault explains"));
    }

    private List<Violation> found(Map<String, Integer> lost) {
        return new Ends(books.accepted, books.jobs, Set.of(last.id()), new LostLeases(lost)).violations();
    }
}
