package io.capitune.cv.job;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.OperatedJobs.Selection;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithMongo
@WithTokens
class OperatedJobsTest {

    private static final Selection FAILED = new Selection(CvJobStatus.FAILED, null, null, null);
    private static final Selection QUEUED = new Selection(CvJobStatus.QUEUED, null, null, null);

    @Inject
    OperatedJobs operated;

    @Inject
    JobQueue queue;

    @Inject
    CvJobs jobs;

    @Inject
    UsageCounters usage;

    @Inject
    Jobs given;

    @Inject
    MongoDatabase database;

    @Inject
    RandomTokens random;

    private String owner;

    @BeforeEach
    void emptyQueue() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        owner = random.id();
    }

    private String failed(FailureCode code) {
        var id = given.submit(owner);
        queue.fail(queue.claim(Duration.ofMinutes(1)).orElseThrow(), code, "as the test wants");
        return id;
    }

    private void change(String id, Bson update) {
        database.getCollection(CvJobs.COLLECTION).updateOne(eq(id), update);
    }

    @Test
    void failedJobIsSeenWithWhatHappenedAndWithoutWhatAPersonWrote() {
        var id = failed(FailureCode.PRINT_FAILED);

        var seen = operated.list(FAILED, 10).getFirst();

        assertThat(seen.id()).isEqualTo(id);
        assertThat(seen.owner()).isEqualTo(owner);
        assertThat(seen.code()).isEqualTo("PRINT_FAILED");
        assertThat(seen.reason()).isEqualTo("as the test wants");
        assertThat(seen.attempts()).isEqualTo(1);
        assertThat(seen.ageSeconds()).isBetween(0L, 60L);
        assertThat(seen.source()).isEqualTo("resume");
        assertThat(seen.toString()).doesNotContain("Zoé", "Comptable");
    }

    @Test
    void jobThatCannotBeDecodedIsSeenAndRemovedAsWell() {
        var id = failed(FailureCode.INTERNAL);
        change(id, set("corrections", "garbage"));
        change(id, set("createdAt", "yesterday"));

        assertThat(operated.find(id)).hasValueSatisfying(seen -> {
            assertThat(seen.corrections()).isNull();
            assertThat(seen.ageSeconds()).isNull();
        });
        assertThat(operated.remove(FAILED, 10)).isEqualTo(1);
        assertThat(operated.find(id)).isEmpty();
    }

    @Test
    void selectionIsByCodeAndAge() {
        var old = failed(FailureCode.PRINT_FAILED);
        change(old, set("finishedAt", new Date(System.currentTimeMillis() - 7_200_000)));
        var young = failed(FailureCode.PRINT_FAILED);
        failed(FailureCode.TOO_LONG);

        var hour = Duration.ofHours(1);
        assertThat(ids(new Selection(CvJobStatus.FAILED, FailureCode.PRINT_FAILED, hour, null)))
                .containsExactly(young);
        assertThat(ids(new Selection(CvJobStatus.FAILED, null, null, hour))).containsExactly(old);
        assertThat(operated.count(FAILED)).isEqualTo(3);
    }

    private List<String> ids(Selection selection) {
        return operated.list(selection, 10).stream().map(OperatedJob::id).toList();
    }

    @Test
    void whatWasRetriedIsNotOfferedAgain() {
        var retried = failed(FailureCode.PRINT_FAILED);
        var other = failed(FailureCode.PRINT_FAILED);
        change(retried, set("retriedBy", "another"));

        assertThat(operated.notRetried(FAILED, 10)).extracting(OperatedJob::id).containsExactly(other);
    }

    @Test
    void removedQueuedJobGivesItsUnitBackAndARemovedFailedOneDidBefore() {
        failed(FailureCode.PRINT_FAILED);
        given.submit(owner);
        given.submit(owner);
        assertThat(usage.used(owner, Jobs.PERIOD)).isEqualTo(2);

        assertThat(operated.remove(FAILED, 10)).isEqualTo(1);
        assertThat(usage.used(owner, Jobs.PERIOD)).isEqualTo(2);
        assertThat(operated.remove(QUEUED, 1)).isEqualTo(1);
        assertThat(usage.used(owner, Jobs.PERIOD)).isEqualTo(1);
    }

    @Test
    void whatAWorkerHoldsOrHasDoneIsNotRemoved() {
        var running = given.submit(owner);
        queue.claim(Duration.ofMinutes(1));

        assertThatThrownBy(() -> operated.remove(new Selection(CvJobStatus.RUNNING, null, null, null), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Selection(CvJobStatus.DONE, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(operated.remove(QUEUED, 10)).isZero();
        assertThat(jobs.find(running)).isPresent();
    }
}
