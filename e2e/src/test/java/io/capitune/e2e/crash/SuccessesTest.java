package io.capitune.e2e.crash;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the crash test would say of a system that settles every job and does none. */
class SuccessesTest {

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
                        new Violation(last.id(), "submitted once all was well again, and not done"),
                        new Violation("", "120 of 120 jobs failed, of which 5 % may"));
    }

    @Test
    void aFewMayFail() {
        books.accepted.stream().limit(6).forEach(job -> books.fail(job, "STORAGE_FAILED", "away"));

        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void oneMoreMayNot() {
        books.accepted.stream().limit(7).forEach(job -> books.fail(job, "STORAGE_FAILED", "away"));

        assertThat(found(Map.of())).containsExactly(new Violation("", "7 of 120 jobs failed, of which 5 % may"));
    }

    @Test
    void whatIsSubmittedWhenAllIsWellMayNotFail() {
        books.fail(last, "STORAGE_FAILED", "away");

        assertThat(found(Map.of()))
                .containsExactly(new Violation(last.id(), "submitted once all was well again, and not done"));
    }

    @Test
    void whatIsSubmittedWhenAllIsWellMayNotBeLost() {
        books.jobs.remove(last.id());

        assertThat(found(Map.of()))
                .containsExactly(new Violation(last.id(), "submitted once all was well again, and not done"));
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
        return new Successes(books.accepted, books.jobs, Set.of(last.id()), new LostLeases(lost)).violations();
    }
}
