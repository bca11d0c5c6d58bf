package io.capitune.cv.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.storage.StoredBlob;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithMongo
@WithTokens
class JobQueueTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final CvPdf OTHER_PDF = new CvPdf("BBBBBBBBBBBBBBBBBBBBBB.pdf", 10, 1, "hash");

    @Inject
    JobQueue queue;

    @Inject
    CvJobs jobs;

    @Inject
    UsageCounters usage;

    @Inject
    CorrectionCounters corrections;

    @Inject
    Garbage garbage;

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
        database.getCollection("blob_garbage").deleteMany(new Document());
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
        assertThat(queue.recover(5)).isEqualTo(new JobQueue.Recovered(1, 0));
        assertThat(queue.claim(LEASE)).as("not at once").isEmpty();
        var held = claimedLater(LEASE);
        assertThat(held.job().outages())
                .as("tries that tell nothing of the job")
                .isEqualTo(1);

        assertThat(queue.renew(List.of(lost), LEASE)).containsExactly(lost);
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
    void claimOfJustNowIsNotTakenForLostWhenAnotherIs() {
        var other = new Claim(jobs.find(given.submit(owner)).orElseThrow(), random.id());
        for (var i = 0; i < 200; i++) {
            var fresh = queue.claim(LEASE).orElseThrow();
            assertThat(queue.renew(List.of(fresh, other), LEASE)).containsExactly(other);
            queue.putBack(fresh);
        }
    }

    @Test
    void jobWhoseLeaseIsLostTooOftenFailsAndGivesItsUnitBack() {
        var id = given.submit(owner);
        queue.claim(Duration.ZERO).orElseThrow();
        queue.recover(5);
        claimedLater(Duration.ZERO);
        queue.recover(2);
        assertThat(jobs.find(id).orElseThrow().failure()).isEqualTo(FailureCode.INTERNAL);
        assertThat(usage.used(owner, Jobs.PERIOD)).isZero();
        assertThat(queue.claim(LEASE)).isEmpty();
    }

    @Test
    void renewedLeaseIsNotRecovered() {
        given.submit(owner);
        var claim = queue.claim(Duration.ZERO).orElseThrow();
        assertThat(queue.renew(List.of(claim), LEASE)).isEmpty();
        assertThat(queue.recover(5).losses()).isZero();
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
    void jobPutBackIsAsGoodAsNew() {
        var id = given.submit(owner);
        var claim = queue.claim(LEASE).orElseThrow();
        assertThat(queue.putBack(claim)).isTrue();
        assertThat(queue.putBack(claim)).as("no longer ours").isFalse();
        assertThat(jobs.find(id).orElseThrow().attempts()).isZero();
        assertThat(queue.claim(LEASE).orElseThrow().job().attempts()).isEqualTo(1);
    }

    @Test
    void triesThatFailedAreNotLeasesLost() {
        var id = given.submit(owner);
        for (var i = 0; i < 5; i++) {
            queue.handBack(queue.claim(LEASE).orElseThrow(), Duration.ZERO, "model away");
        }
        queue.claim(Duration.ZERO).orElseThrow();
        queue.recover(2);
        assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(CvJobStatus.QUEUED);
    }

    @Test
    void jobThatCannotBeDecodedEndsToo() {
        var id = given.submit(owner);
        database.getCollection(CvJobs.COLLECTION)
                .updateOne(eq(id), new Document("$set", new Document("corrections", "garbage")));
        assertThatThrownBy(() -> queue.claim(Duration.ZERO)).isInstanceOf(RuntimeException.class);
        queue.recover(1);
        var ended = database.getCollection(CvJobs.COLLECTION).find(eq(id)).first();
        assertThat(ended.getString("status")).isEqualTo("FAILED");
        assertThat(usage.used(owner, Jobs.PERIOD)).isZero();
    }

    private Claim claimedLater(Duration lease) {
        return org.awaitility.Awaitility.await()
                .until(
                        () -> {
                            queue.recover(5);
                            return queue.claim(lease);
                        },
                        java.util.Optional::isPresent)
                .orElseThrow();
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
    void correctionThatIsDoneAfterANewerOneIsItselfReplaced() {
        var first = jobs.find(finished()).orElseThrow();
        var older = claimed(given.correct(first, 1));
        var newer = claimed(given.correct(first, 2));

        assertThat(queue.complete(newer, Jobs.PDF, Jobs.PROOF, Jobs.done(newer)))
                .hasValueSatisfying(
                        gone -> assertThat(gone).extracting(CvJob::id).containsExactly(first.id()));
        assertThat(queue.complete(older, OTHER_PDF, Jobs.PROOF, Jobs.done(older)))
                .hasValueSatisfying(
                        gone -> assertThat(gone).extracting(CvJob::pdf).containsExactly(OTHER_PDF));

        assertThat(jobs.list(owner, null, 10))
                .extracting(CvJob::id)
                .containsExactly(newer.job().id());
        assertThat(database.getCollection("events")
                        .countDocuments(eq("subject", older.job().id())))
                .isZero();
    }

    @Test
    void ofCorrectionsDoneAtOnceOnlyTheNewestStays() throws Exception {
        var first = jobs.find(finished()).orElseThrow();
        corrections.prepare(first);
        var claims = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> claimed(given.correct(first, number)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = claims.stream()
                    .<Callable<Object>>map(
                            claim -> () -> queue.complete(claim, pdf(claim), Jobs.PROOF, Jobs.done(claim)))
                    .toList();
            assertThat(threads.invokeAll(ends))
                    .allSatisfy(end -> assertThat(end.state()).isEqualTo(Future.State.SUCCESS));
        }
        assertThat(jobs.list(owner, null, 20))
                .extracting(CvJob::id)
                .containsExactly(claims.getLast().job().id());
    }

    @Test
    void correctionThatFailsAfterANewerOneIsNotKept() {
        var first = jobs.find(finished()).orElseThrow();
        var older = claimed(given.correct(first, 1));
        var newer = claimed(given.correct(first, 2));
        queue.complete(newer, OTHER_PDF, Jobs.PROOF, Jobs.done(newer));

        assertThat(queue.fail(older, FailureCode.PRINT_FAILED, "")).isTrue();

        assertThat(jobs.find(older.job().id())).isEmpty();
    }

    @Test
    void correctionThatLosesTooManyLeasesAfterANewerOneIsNotKept() {
        var first = jobs.find(finished()).orElseThrow();
        var older = given.correct(first, 1);
        queue.claim(Duration.ZERO).orElseThrow();
        var newer = claimed(given.correct(first, 2));
        queue.complete(newer, OTHER_PDF, Jobs.PROOF, Jobs.done(newer));

        assertThat(queue.recover(1).failed()).isEqualTo(1);

        assertThat(jobs.find(older)).isEmpty();
        assertThat(jobs.find(newer.job().id())).isPresent();
    }

    @Test
    void filesOfRemovedAndReplacedJobsAreSwept() {
        var store = new Files();
        var removed = finished();
        jobs.remove(removed, owner);
        store.away = true;
        assertThat(garbage.sweep(store)).as("kept while the store is away").isZero();
        store.away = false;
        assertThat(garbage.sweep(store)).isEqualTo(1);
        assertThat(store.deleted).containsExactly(Jobs.PDF.blob());
        assertThat(garbage.sweep(store)).isZero();

        var correction = claimed(given.correct(jobs.find(finished()).orElseThrow(), 1));
        queue.complete(correction, OTHER_PDF, Jobs.PROOF, Jobs.done(correction));
        assertThat(garbage.sweep(store)).isEqualTo(1);
        assertThat(store.deleted).hasSize(2).doesNotContain(OTHER_PDF.blob());
    }

    private String finished() {
        var claim = claimed(given.submit(owner));
        queue.complete(claim, Jobs.PDF, Jobs.PROOF, Jobs.done(claim));
        return claim.job().id();
    }

    private Claim claimed(String id) {
        var claim = queue.claim(LEASE).orElseThrow();
        assertThat(claim.job().id()).isEqualTo(id);
        return claim;
    }

    private static CvPdf pdf(Claim claim) {
        return new CvPdf(claim.job().id() + ".pdf", 10, 1, "hash");
    }

    /** A store that can be away. */
    private static final class Files implements BlobStore {

        private final List<String> deleted = new ArrayList<>();
        private boolean away;

        @Override
        public void delete(String name) {
            if (away) {
                throw new UncheckedIOException(new IOException("away"));
            }
            deleted.add(name);
        }

        @Override
        public String put(byte[] bytes, String extension) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(String name, long from, long to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalLong size(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredBlob> list(@Nullable String after, int limit) {
            return List.of();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }
    }
}
