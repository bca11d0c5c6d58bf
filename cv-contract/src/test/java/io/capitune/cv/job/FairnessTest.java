package io.capitune.cv.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.capitune.cv.job.UsageCounters.Reservation.Reserved;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** Who comes first, by the order in which jobs are really claimed. */
@QuarkusTest
@WithMongo
@WithTokens
class FairnessTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    JobQueue queue;

    @Inject
    CvJobs jobs;

    @Inject
    UsageCounters usage;

    @Inject
    Transactions transactions;

    @Inject
    Jobs given;

    @Inject
    MongoDatabase database;

    @Inject
    RandomTokens random;

    private String busy;
    private String modest;

    @BeforeEach
    void emptyQueue() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        busy = "busy-" + random.id();
        modest = "modest-" + random.id();
    }

    private List<String> submit(String owner, int count) {
        return IntStream.range(0, count).mapToObj(i -> given.submit(owner)).toList();
    }

    /** Places of one account taken in one transaction, faster than anybody submits; a job of it has to wait. */
    private List<Reserved> places(String owner, int count) {
        usage.prepare(owner, Jobs.PERIOD);
        return transactions.run(session -> IntStream.range(0, count)
                .mapToObj(i -> usage.place(session, owner, Jobs.PERIOD))
                .toList());
    }

    private List<String> claimedOwners() {
        var owners = new ArrayList<String>();
        for (var claim = queue.claim(LEASE); claim.isPresent(); claim = queue.claim(LEASE)) {
            owners.add(claim.get().job().owner());
        }
        return owners;
    }

    @Test
    void whoSubmitsAHundredDoesNotHoldBackWhoSubmitsOne() {
        submit(busy, 100);
        submit(modest, 1);

        var owners = claimedOwners();

        assertThat(owners).hasSize(101);
        assertThat(owners.indexOf(modest)).as("behind one job").isEqualTo(1);
    }

    @Test
    void burstOfThousandsHoldsNobodyBackEither() {
        submit(busy, 1);
        var burst = places(busy, 2_000);
        var late = places(modest, 1).getFirst();

        assertThat(burst).filteredOn(place -> place.rank() <= late.rank()).isEmpty();
    }

    @Test
    void correctionsStandInLineLikeSubmissions() {
        var done = jobs.find(given.submit(busy)).orElseThrow();
        IntStream.rangeClosed(1, 50).forEach(number -> given.correct(done, number));
        submit(modest, 1);

        assertThat(claimedOwners().indexOf(modest)).isEqualTo(1);
    }

    @Test
    void jobHandedBackKeepsItsPlace() {
        var first = given.submit(busy);
        submit(modest, 3);

        queue.handBack(queue.claim(LEASE).orElseThrow(), Duration.ZERO, "model away");
        assertThat(queue.claim(LEASE).orElseThrow().job().id()).isEqualTo(first);
    }

    @Test
    void jobThatHadToWaitComesBackToItsPlace() {
        var first = given.submit(busy);
        submit(modest, 3);

        queue.handBack(queue.claim(LEASE).orElseThrow(), Duration.ofMillis(1), "model away");
        Awaitility.await().untilAsserted(() -> {
            queue.recover(5);
            assertThat(jobs.find(first).orElseThrow().notBefore()).isNull();
        });
        assertThat(queue.claim(LEASE).orElseThrow().job().id()).isEqualTo(first);
    }

    @Test
    void ranksThatRanAheadBeginAnewOnceNothingOfThemWaits() {
        usage.prepare(busy, Jobs.PERIOD);
        runAhead(Duration.ofHours(1));

        var job = jobs.find(given.submit(busy)).orElseThrow();

        assertThat(job.rank())
                .as("less than a turn behind who comes now")
                .isBetween(job.createdAt().toEpochMilli(), job.createdAt().toEpochMilli() + 999);
        assertThat(jobs.find(given.submit(busy)).orElseThrow().rank())
                .as("and go on from there")
                .isEqualTo(job.rank() + 1000);
    }

    @Test
    void ranksGoOnAheadWhileSomethingWaits() {
        given.submit(busy);
        var last = runAhead(Duration.ofHours(1));

        assertThat(jobs.find(given.submit(busy)).orElseThrow().rank()).isEqualTo(last + 1000);
    }

    @Test
    void servedBurstLeavesNoDebt() {
        usage.prepare(busy, Jobs.PERIOD);
        submit(busy, 3);
        claimedOwners();
        runAhead(Duration.ofMinutes(5));

        submit(busy, 1);
        submit(modest, 1);

        assertThat(claimedOwners()).containsExactly(busy, modest);
    }

    private long runAhead(Duration time) {
        var last = Instant.now().plus(time).toEpochMilli();
        database.getCollection("usage_counters").updateOne(eq(busy + ":" + Jobs.PERIOD), Updates.set("lastRank", last));
        return last;
    }
}
