package io.capitune.worker.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.Proof;
import io.capitune.cv.job.SuspectJobs;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.WorkerConfig;
import io.capitune.worker.lease.HeldClaims;
import io.capitune.worker.pipeline.Submissions;
import io.capitune.worker.pipeline.WithRenderStub;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Workers that die of a job, over the real queue; the real recovery brings their jobs back. */
@QuarkusTest
@TestProfile(NextClaimTest.NoBrowser.class)
@WithMongo
@WithTokens
@WithRenderStub
class NextClaimTest {

    private static final int MOST = 200;
    private static final Duration LEASE = Duration.ofSeconds(6);

    private static final WorkerConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(WorkerConfig.class)
            .withDefaultValue("capitune.worker.lease", LEASE.toMillis() + "ms")
            .withDefaultValue("capitune.worker.poll", "20ms")
            .build()
            .getConfigMapping(WorkerConfig.class);

    @Inject
    JobQueue queue;

    @Inject
    SuspectJobs suspects;

    @Inject
    Submissions submissions;

    @Inject
    MongoDatabase database;

    @Inject
    RandomTokens random;

    private String owner;

    /** The worker of this process has no browser, so that it claims nothing. */
    public static class NoBrowser implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("capitune.print.chromium", "/bin/false", "capitune.print.timeout", "300ms");
        }
    }

    @BeforeEach
    void emptyQueue() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        owner = random.id();
    }

    /** Holds what it claims for a whole round, as if a model composed it; the poison is printed at once, and kills it. */
    private final class Mortal {

        private final HeldClaims held = new HeldClaims(queue, CONFIG);
        private final NextClaim next = new NextClaim(queue, suspects, held, CONFIG);
        private final List<Claim> inHand = new ArrayList<>();

        /** Claims all that it may, beginning with the next. */
        List<Claim> fill(int most) {
            for (var claim = next.claim(most); claim.isPresent(); claim = next.claim(most)) {
                held.add(claim.get());
                inHand.add(claim.get());
            }
            return List.copyOf(inHand);
        }

        void end() {
            queue.renew(inHand, LEASE);
            inHand.forEach(claim -> {
                queue.complete(claim, new CvPdf(random.id(), 10, 1, "hash"), new Proof(List.of(), 0, ""), told(claim));
                held.remove(claim);
            });
            inHand.clear();
        }
    }

    private static DomainEvent told(Claim claim) {
        var job = claim.job();
        return new DomainEvent(
                "cv.done-" + job.id(),
                "cv.done",
                job.id(),
                List.of(job.owner()),
                Map.of(),
                null,
                Clock.systemUTC().instant());
    }

    private List<String> submit(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> submissions.submit(owner, false))
                .toList();
    }

    private static List<String> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.job().id()).toList();
    }

    private boolean ended(String id) {
        return submissions.job(id).status().ended();
    }

    @Test
    void jobThatKillsItsWorkerAgainAndAgainFailsAloneAndFiftyBesideItAreDone() {
        var innocent = new ArrayList<>(submit(25));
        var poison = submissions.submit("poisoner-" + owner, false);
        innocent.addAll(submit(25));
        var worker = new Mortal[] {new Mortal()};

        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    if (ids(worker[0].fill(MOST)).contains(poison)) {
                        worker[0] = new Mortal();
                    } else {
                        worker[0].end();
                    }
                    return ended(poison) && innocent.stream().allMatch(this::ended);
                });

        assertThat(innocent)
                .allSatisfy(id -> assertThat(submissions.job(id).status()).isEqualTo(CvJobStatus.DONE))
                .allSatisfy(id -> assertThat(submissions.job(id).attempts())
                        .as("beside it twice, and alone at most")
                        .isLessThanOrEqualTo(3))
                .anySatisfy(id -> assertThat(submissions.job(id).attempts()).isEqualTo(3));
        var failed = submissions.job(poison);
        assertThat(failed.failure()).isEqualTo(FailureCode.INTERNAL);
        assertThat(failed.failureReason()).isEqualTo("lease lost too often");
        assertThat(failed.attempts()).isEqualTo(4);
        assertThat(submissions.used("poisoner-" + owner)).isZero();
        assertThat(submissions.used(owner)).isEqualTo(50);
    }

    /** A job that two workers died of. */
    private String suspect() {
        var id = submissions.submit(owner, false);
        for (var losses = 1; losses <= 2; losses++) {
            await().until(() -> queue.claim(Duration.ZERO).isPresent());
        }
        await().until(() -> {
            var job = submissions.job(id);
            return job.status() == CvJobStatus.QUEUED && job.notBefore() != null && isAlone(job.notBefore());
        });
        return id;
    }

    private static boolean isAlone(Instant time) {
        return time.isAfter(Instant.parse("9000-01-01T00:00:00Z"));
    }

    @Test
    void busyWorkerComesToASuspectAndHoldsNothingBesideIt() {
        var suspect = suspect();
        var others = submit(20);
        var worker = new Mortal();
        worker.held.add(queue.claim(Duration.ofMinutes(1)).orElseThrow());

        assertThat(worker.fill(MOST)).as("while something is held").isEmpty();
        assertThat(new Mortal().fill(3))
                .as("by a worker that does not come for it")
                .hasSize(3);

        worker.held.at(any -> true).forEach(worker.held::remove);
        assertThat(ids(worker.fill(MOST))).containsExactly(suspect);
        assertThat(ids(worker.fill(MOST))).as("nor anything beside it").containsExactly(suspect);

        worker.end();
        assertThat(submissions.job(suspect).status()).isEqualTo(CvJobStatus.DONE);
        await().until(() -> !worker.fill(MOST).isEmpty());
        assertThat(others).containsAll(ids(worker.inHand));
    }

    @Test
    void workerThatTakesLongToComeToASuspectStaysTheOnlyOneThatStopsForIt() {
        var suspect = suspect();
        submit(20);
        var coming = new Mortal();
        coming.held.add(queue.claim(Duration.ofMinutes(1)).orElseThrow());
        assertThat(coming.fill(MOST)).isEmpty();

        database.getCollection(CvJobs.COLLECTION)
                .updateOne(
                        Filters.eq(suspect),
                        Updates.set("notBefore", Date.from(Instant.now().plusSeconds(1))));
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            assertThat(coming.fill(MOST)).isEmpty();
            return submissions.job(suspect).notBefore().isAfter(Instant.now().plusSeconds(30));
        });

        var other = new Mortal();
        other.held.add(queue.claim(Duration.ofMinutes(1)).orElseThrow());
        assertThat(other.fill(4)).as("by a worker beside it").hasSize(3);
        coming.held.at(any -> true).forEach(coming.held::remove);
        assertThat(ids(coming.fill(MOST))).containsExactly(suspect);
    }

    @Test
    void suspectThatIsGoneIsNotWaitedFor() {
        var suspect = suspect();
        var other = submit(1).getFirst();
        var worker = new Mortal();
        var first = queue.claim(Duration.ofMinutes(1)).orElseThrow();
        worker.held.add(first);
        assertThat(worker.next.claim(MOST)).isEmpty();
        database.getCollection(CvJobs.COLLECTION).deleteOne(new Document("_id", suspect));
        queue.putBack(first);
        worker.held.remove(first);

        var claims = new ArrayList<Claim>();
        await().until(() -> {
            Optional<Claim> claim = worker.next.claim(MOST);
            claim.ifPresent(claims::add);
            return claim.isPresent();
        });
        assertThat(ids(claims)).containsExactly(other);
    }
}
