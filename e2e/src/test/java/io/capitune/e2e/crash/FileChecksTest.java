package io.capitune.e2e.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which files of nobody have a cause, and which have none. */
class FileChecksTest {

    private final Books books = new Books(1, 2);
    private final Applicant.Job job = books.accepted.getFirst();
    private final Map<String, Set<String>> markers = new HashMap<>();
    private final Set<String> excused = new HashSet<>();

    FileChecksTest() {
        books.accepted.forEach(done -> markers.put(done.id() + ".pdf", Set.of(done.marker())));
    }

    @Test
    void nothingIsWrongWhereEveryFileIsAJobs() {
        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void aFileIsLeftForEachLostLease() {
        markers.put("left", Set.of(job.marker()));

        assertThat(found(Map.of(job.id(), 1))).isEmpty();
    }

    @Test
    void aFileTooManyIsFound() {
        markers.put("left", Set.of(job.marker()));
        markers.put("left too", Set.of(job.marker()));

        assertThat(found(Map.of(job.id(), 1)))
                .containsExactly(new Violation(job.id(), "left 2 files over and lost 1 leases"));
    }

    @Test
    void aFileOfAJobThatLostNoLeaseIsFound() {
        markers.put("left", Set.of(job.marker()));

        assertThat(found(Map.of("another", 5)))
                .containsExactly(new Violation(job.id(), "left 1 files over and lost 0 leases"));
    }

    @Test
    void aFileThatTheStoreLeftIsExcused() {
        markers.put("left", Set.of(job.marker()));
        excused.add("left");

        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void aFileThatNobodySubmittedIsFound() {
        markers.put("strange", Set.of("Marque-9-9."));

        assertThat(found(Map.of())).containsExactly(new Violation("", "a file of no job that was accepted: strange"));
    }

    @Test
    void aMissingFileIsFound() {
        markers.remove(job.id() + ".pdf");

        assertThat(found(Map.of()))
                .containsExactly(new Violation(job.id(), "its file is not in the store: " + job.id() + ".pdf"));
    }

    @Test
    void twoJobsOfOneFileAreFound() {
        var other = books.accepted.getLast();
        books.jobs.get(other.id()).get("pdf", Document.class).append("blob", job.id() + ".pdf");
        markers.remove(other.id() + ".pdf");

        assertThat(found(Map.of())).extracting(Violation::what).anyMatch(what -> what.startsWith("has the same file"));
    }

    private List<Violation> found(Map<String, Integer> lost) {
        return new FileChecks(markers.keySet(), excused, books.accepted, markers::get)
                .violations(books.jobs.values(), new LostLeases(lost));
    }
}
