package io.capitune.cv.job;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** Jobs that may be what kills workers: nobody takes one by chance, and each is tried alone before it fails. */
@QuarkusTest
@WithMongo
@WithTokens
class SuspectJobsTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MOST_LOSSES = 4;

    @Inject
    JobQueue queue;

    @Inject
    SuspectJobs suspects;

    @Inject
    CvJobs jobs;

    @Inject
    Jobs given;

    @Inject
    MongoDatabase database;

    @Inject
    RandomTokens random;

    private String job;

    @BeforeEach
    void oneJob() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        job = given.submit(random.id());
    }

    /** Its worker has died, and its waiting is over. */
    private void lost(int mostLosses) {
        queue.recover(mostLosses);
        database.getCollection(CvJobs.COLLECTION).updateOne(eq(job), Updates.set("notBefore", new Date(0)));
        queue.recover(mostLosses);
    }

    private void lostTwice() {
        for (var i = 0; i < 2; i++) {
            assertThat(queue.claim(Duration.ZERO)).isPresent();
            lost(MOST_LOSSES);
        }
    }

    private Optional<Claim> claimedAlone(Duration lease) {
        return suspects.reserve(LEASE).flatMap(id -> suspects.claim(id, lease));
    }

    @Test
    void whatLostOneLeaseIsNoSuspect() {
        queue.claim(Duration.ZERO).orElseThrow();
        lost(MOST_LOSSES);
        assertThat(suspects.reserve(LEASE)).isEmpty();
        assertThat(queue.claim(LEASE)).isPresent();
    }

    @Test
    void suspectIsClaimedByWhoeverComesForItAndByNobodyElse() {
        lostTwice();
        assertThat(queue.claim(LEASE)).as("by chance").isEmpty();

        assertThat(suspects.reserve(LEASE)).hasValue(job);
        assertThat(suspects.reserve(LEASE)).as("by two").isEmpty();

        var claim = suspects.claim(job, LEASE).orElseThrow();
        assertThat(claim.job().attempts()).isEqualTo(3);
        assertThat(claim.job().notBefore()).isNull();
        assertThat(suspects.claim(job, LEASE)).as("twice").isEmpty();
        assertThat(queue.complete(claim, Jobs.PDF, Jobs.PROOF, Jobs.done(claim)))
                .isPresent();
    }

    @Test
    void suspectThatWasReservedByAWorkerThatDiedIsFoundAgain() {
        lostTwice();
        suspects.reserve(Duration.ZERO).orElseThrow();
        queue.recover(MOST_LOSSES);
        assertThat(queue.claim(LEASE)).isEmpty();
        assertThat(suspects.reserve(LEASE)).hasValue(job);
    }

    @Test
    void suspectThatWasRemovedMeanwhileIsNotClaimed() {
        lostTwice();
        suspects.reserve(LEASE).orElseThrow();
        jobs.remove(job, jobs.find(job).orElseThrow().owner());
        assertThat(suspects.claim(job, LEASE)).isEmpty();
    }

    @Test
    void suspectWhoseWorkerLivesIsNoneAnyMore() {
        lostTwice();
        var claim = claimedAlone(LEASE).orElseThrow();
        assertThat(queue.handBack(claim, Duration.ZERO, "model away")).isTrue();
        assertThat(queue.claim(Duration.ZERO)).isPresent();
        lost(MOST_LOSSES);
        assertThat(queue.claim(LEASE)).as("it begins anew").isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7})
    void jobIsTriedAloneBeforeItFailsWhateverTheBound(int mostLosses) {
        var alone = 0;
        for (var i = 0; i < mostLosses; i++) {
            if (queue.claim(Duration.ZERO).isEmpty()) {
                alone++;
                assertThat(claimedAlone(Duration.ZERO)).isPresent();
            }
            lost(mostLosses);
        }
        assertThat(jobs.find(job).orElseThrow().status()).isEqualTo(CvJobStatus.FAILED);
        assertThat(alone).isPositive();
    }
}
