package io.capitune.cv.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class JobQueueTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

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

    @Test
    void claimedJobIsRunningAndComesBackAsItWasWritten() {
        var id = given.submit(owner);
        var claim = queue.claim(LEASE).orElseThrow();
        assertThat(claim.job().id()).isEqualTo(id);
        assertThat(claim.job().status()).isEqualTo(CvJobStatus.RUNNING);
        assertThat(claim.job().attempts()).isEqualTo(1);
        assertThat(claim.job().input()).isEqualTo(Jobs.INPUT);
        assertThat(queue.keep(claim, Jobs.composition())).isTrue();
        assertThat(jobs.find(id).orElseThrow().composition()).isEqualTo(Jobs.composition());
    }

    @Test
    void simultaneousClaimsNeverShareAJob() throws Exception {
        for (var i = 0; i < 20; i++) {
            given.submit(owner + i);
        }
        Callable<String> claim =
                () -> queue.claim(LEASE).map(found -> found.job().id()).orElse("none");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = threads.invokeAll(Stream.generate(() -> claim).limit(40).toList()).stream()
                    .map(result -> result.resultNow())
                    .filter(id -> !id.equals("none"))
                    .toList();
            assertThat(ids).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoSubmitsManyDoesNotHoldBackWhoSubmitsOne() {
        var many = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            many.add(given.submit(owner));
        }
        var one = given.submit("another-" + owner);
        assertThat(jobs.position(jobs.find(one).orElseThrow())).isLessThanOrEqualTo(3);
        assertThat(jobs.position(jobs.find(many.getLast()).orElseThrow())).isEqualTo(11);
    }

    @Test
    void lostClaimChangesNothing() {
        var id = given.submit(owner);
        var lost = queue.claim(Duration.ZERO).orElseThrow();
        assertThat(queue.recover(5)).isEqualTo(1);
        var held = queue.claim(LEASE).orElseThrow();

        assertThat(queue.renew(lost, LEASE)).isFalse();
        assertThat(queue.enter(lost, Stage.PRINTING)).isFalse();
        assertThat(queue.keep(lost, Jobs.composition())).isFalse();
        assertThat(queue.handBack(lost, Duration.ZERO, "")).isFalse();
        assertThat(queue.fail(lost, FailureCode.INTERNAL, "")).isFalse();
        assertThat(queue.complete(lost, Jobs.PDF, Jobs.PROOF, Jobs.done(lost))).isEmpty();
        assertThat(queue.isCompletedBy(lost, Jobs.PDF)).isFalse();
        assertThat(usage.used(owner, Jobs.PERIOD)).isEqualTo(1);

        assertThat(queue.complete(held, Jobs.PDF, Jobs.PROOF, Jobs.done(held))).isPresent();
        assertThat(queue.isCompletedBy(held, Jobs.PDF)).isTrue();
        assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(CvJobStatus.DONE);
        assertThat(database.getCollection("events").countDocuments(eq("subject", id)))
                .isEqualTo(1);
    }

    @Test
    void jobWhoseLeaseIsLostTooOftenFailsAndGivesItsUnitBack() {
        var id = given.submit(owner);
        queue.claim(Duration.ZERO).orElseThrow();
        queue.recover(2);
        queue.claim(Duration.ZERO).orElseThrow();
        queue.recover(2);
        assertThat(jobs.find(id).orElseThrow().failure()).isEqualTo(FailureCode.INTERNAL);
        assertThat(usage.used(owner, Jobs.PERIOD)).isZero();
        assertThat(queue.claim(LEASE)).isEmpty();
    }

    @Test
    void renewedLeaseIsNotRecovered() {
        given.submit(owner);
        var claim = queue.claim(Duration.ZERO).orElseThrow();
        assertThat(queue.renew(claim, LEASE)).isTrue();
        assertThat(queue.recover(5)).isZero();
    }

    @Test
    void failedJobGivesItsUnitBackOnce() {
        given.submit(owner);
        var claim = queue.claim(LEASE).orElseThrow();
        assertThat(usage.used(owner, Jobs.PERIOD)).isEqualTo(1);
        assertThat(queue.fail(claim, FailureCode.RENDER_FAILED, "down")).isTrue();
        assertThat(queue.fail(claim, FailureCode.RENDER_FAILED, "down")).isFalse();
        assertThat(usage.used(owner, Jobs.PERIOD)).isZero();
    }

    @Test
    void handedBackJobWaitsAndThenComesBack() {
        given.submit(owner);
        var claim = queue.claim(LEASE).orElseThrow();
        assertThat(queue.handBack(claim, Duration.ofMinutes(1), "model away")).isTrue();
        queue.recover(5);
        assertThat(queue.claim(LEASE)).isEmpty();

        given.submit(owner);
        var other = queue.claim(LEASE).orElseThrow();
        queue.handBack(other, Duration.ofMillis(1), "model away");
        org.awaitility.Awaitility.await().until(() -> {
            queue.recover(5);
            return queue.claim(LEASE).isPresent();
        });
    }

    @Test
    void cancelledJobGivesItsUnitBackAndItsWorkerLosesIt() {
        var id = given.submit(owner);
        var claim = queue.claim(LEASE).orElseThrow();
        assertThat(jobs.remove(id, "somebody else")).isEmpty();
        assertThat(jobs.remove(id, owner)).isPresent();
        assertThat(usage.used(owner, Jobs.PERIOD)).isZero();
        assertThat(queue.complete(claim, Jobs.PDF, Jobs.PROOF, Jobs.done(claim)))
                .isEmpty();
    }

    @Test
    void finishedJobKeepsItsUnitWhenRemoved() {
        var id = given.submit(owner);
        var claim = queue.claim(LEASE).orElseThrow();
        queue.complete(claim, Jobs.PDF, Jobs.PROOF, Jobs.done(claim));
        jobs.remove(id, owner);
        assertThat(usage.used(owner, Jobs.PERIOD)).isEqualTo(1);
    }

    @Test
    void finishedCorrectionReplacesWhatItCorrects() {
        var first = given.submit(owner);
        var claim = queue.claim(LEASE).orElseThrow();
        queue.complete(claim, Jobs.PDF, Jobs.PROOF, Jobs.done(claim));
        var other = given.submit(owner);

        var correction = given.correct(jobs.find(first).orElseThrow(), 1);
        var claims = java.util.List.of(
                queue.claim(LEASE).orElseThrow(), queue.claim(LEASE).orElseThrow());
        assertThat(jobs.find(first)).as("stays until the new one is done").isPresent();
        var corrected = claims.stream()
                .filter(one -> one.job().id().equals(correction))
                .findFirst()
                .orElseThrow();
        var replaced = queue.complete(corrected, Jobs.PDF, Jobs.PROOF, Jobs.done(corrected))
                .orElseThrow();
        assertThat(replaced).extracting(CvJob::id).containsExactly(first);
        assertThat(jobs.find(first)).isEmpty();
        assertThat(jobs.find(other)).isPresent();
        assertThat(usage.used(owner, Jobs.PERIOD)).isEqualTo(2);
    }

    @Test
    void claimExaminesAHandfulOfKeysHoweverLongTheQueue() {
        var documents = new ArrayList<Document>();
        for (var i = 0; i < 5_000; i++) {
            documents.add(new Document("_id", "filler-" + i)
                    .append("v", 1)
                    .append("status", "QUEUED")
                    .append("rank", (long) i));
        }
        database.getCollection(CvJobs.COLLECTION).insertMany(documents);
        var command = new Document("findAndModify", CvJobs.COLLECTION)
                .append("query", new Document("status", "QUEUED").append("notBefore", null))
                .append("sort", new Document("rank", 1))
                .append("update", new Document("$set", new Document("status", "RUNNING")));
        var plan = database.runCommand(new Document("explain", command).append("verbosity", "executionStats"));
        var stats = plan.get("executionStats", Document.class);
        assertThat(stats.getInteger("totalKeysExamined")).isLessThanOrEqualTo(5);
        assertThat(stats.getInteger("totalDocsExamined")).isLessThanOrEqualTo(5);
    }
}
