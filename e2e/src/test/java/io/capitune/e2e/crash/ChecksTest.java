package io.capitune.e2e.crash;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the crash test would say of systems that lose, double and mix up: a check that finds nothing there is none. */
class ChecksTest {

    private final Books books = new Books(2, 3);
    private final Applicant.Job job = books.accepted.getFirst();

    @Test
    void nothingIsWrongWhereEveryJobIsDone() {
        assertThat(found()).isEmpty();
    }

    @Test
    void aJobThatWasFailedInGoodOrderIsSettled() {
        books.fail(job, "RENDER_FAILED", "away");

        assertThat(found()).isEmpty();
    }

    @Test
    void aLostJobIsFound() {
        books.jobs.remove(job.id());

        assertThat(found()).contains(new Violation(job.id(), "lost"));
    }

    @Test
    void aJobThatNeverEndedIsFound() {
        books.jobs.get(job.id()).append("status", "RUNNING");

        assertThat(found()).contains(new Violation(job.id(), "never ended: RUNNING"));
    }

    @Test
    void aDoubledJobIsFound() {
        books.jobs.put("double", new Document(books.jobs.get(job.id())).append("_id", "double"));

        assertThat(found()).contains(new Violation("double", "a job that nobody was told of"));
    }

    @Test
    void aMissingMailIsFound() {
        books.mailed.remove(job);

        assertThat(found()).contains(new Violation(job.id(), "done, with 0 e-mails"));
    }

    @Test
    void aDoubledMailIsFound() {
        books.mailed.add(job);

        assertThat(found()).contains(new Violation(job.id(), "done, with 2 e-mails"));
    }

    @Test
    void aMailAboutAFailedJobIsFound() {
        books.fail(job, "RENDER_FAILED", "away");
        books.mailed.add(job);

        assertThat(found()).contains(new Violation(job.id(), "failed, with an e-mail"));
    }

    @Test
    void anotherPersonsFileIsFound() {
        var other = Books.pdf(books.accepted.getLast().marker());
        books.files.put(job.id(), other);
        books.jobs.get(job.id()).get("pdf", Document.class).append("sha256", Checks.sha256(other));

        assertThat(found()).containsExactly(new Violation(job.id(), "its file says [Marque-2-3.], not Marque-1-1."));
    }

    @Test
    void aDamagedFileIsFound() {
        books.files.put(job.id(), "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8));

        assertThat(found())
                .extracting(Violation::what)
                .contains("its file is not the one that was printed: another SHA-256")
                .anyMatch(what -> what.startsWith("its file cannot be read"));
    }

    @Test
    void aUnitTooManyIsFound() {
        books.used.merge("account of " + job.email(), 1, Integer::sum);

        assertThat(found()).containsExactly(new Violation("", job.email() + " has 3 done jobs and 4 units used"));
    }

    @Test
    void aUnitThatWasNotGivenBackIsFound() {
        books.fail(job, "TOO_LONG", "2 pages");
        books.used.merge("account of " + job.email(), 1, Integer::sum);

        assertThat(found()).containsExactly(new Violation("", job.email() + " has 2 done jobs and 3 units used"));
    }

    @Test
    void aUnitThatWasGivenBackTwiceIsFound() {
        books.fail(job, "TOO_LONG", "2 pages");
        books.used.merge("account of " + job.email(), -1, Integer::sum);

        assertThat(found()).containsExactly(new Violation("", job.email() + " has 2 done jobs and 1 units used"));
    }

    @Test
    void aFailureWithoutACodeIsFound() {
        books.fail(job, "WHATEVER", "");

        assertThat(found()).containsExactly(new Violation(job.id(), "failed without a code: WHATEVER"));
    }

    private List<Violation> found() {
        return new Checks(books).violations();
    }
}
