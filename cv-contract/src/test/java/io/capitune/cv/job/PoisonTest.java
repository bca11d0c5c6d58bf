package io.capitune.cv.job;

import java.time.Duration;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
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
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Jobs that no worker can end: they end all the same, and nobody waits for them. */
@QuarkusTest
@WithMongo
@WithTokens
class PoisonTest {

    private static final int MOST_LOSSES = 3;
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    JobQueue queue;

    @Inject
    SuspectJobs suspects;

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

    private Document job(String id) {
        return database.getCollection(CvJobs.COLLECTION).find(eq(id)).first();
    }

    /** Works like a worker that dies of {@code poison}, and is started again each time. */
    private void work(String poison) {
        queue.recover(MOST_LOSSES);
        try {
            queue.claim(Duration.ZERO)
                    .or(() -> suspects.reserve(Duration.ZERO).flatMap(id -> suspects.claim(id, Duration.ZERO)))
                    .filter(claim -> !claim.job().id().equals(poison))
                    .ifPresent(this::done);
        } catch (RuntimeException undecodable) {
            // As of a worker that dies of it: it comes back when its lease ends.
        }
    }

    private void done(Claim claim) {
        queue.complete(claim, Jobs.PDF, Jobs.PROOF, Jobs.done(claim));
    }

    private void endsFailedWhileTheRestIsDone(String poison) {
        for (var i = 0; i < 5; i++) {
            given.submit("others-" + owner);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            work(poison);
            return database.getCollection(CvJobs.COLLECTION).countDocuments(eq("status", "DONE")) == 5;
        });
        assertThat(job(poison).getString("status"))
                .as("the rest did not wait for it")
                .isNotEqualTo("FAILED");

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            work(poison);
            return "FAILED".equals(job(poison).getString("status"));
        });
        assertThat(job(poison).getString("failure")).isEqualTo("INTERNAL");
        assertThat(job(poison).getString("failureReason")).isEqualTo("lease lost too often");
        assertThat(job(poison).getInteger("attempts")).isEqualTo(MOST_LOSSES);
        assertThat(usage.used(owner, Jobs.PERIOD)).isZero();
    }

    @Test
    void jobThatKillsEachWorkerEndsFailedWhileTheRestIsDone() {
        endsFailedWhileTheRestIsDone(given.submit(owner));
    }

    @Test
    void jobThatNoWorkerCanDecodeEndsFailedWhileTheRestIsDone() {
        var poison = given.submit(owner);
        database.getCollection(CvJobs.COLLECTION)
                .updateOne(eq(poison), new Document("$set", new Document("corrections", "garbage")));
        endsFailedWhileTheRestIsDone(poison);
    }

    @Test
    void jobThatIsLetGoWaitsForAWorkerThatCanReadItAndFailsInTheEnd() {
        var poison = given.submit(owner);
        database.getCollection(CvJobs.COLLECTION)
                .updateOne(eq(poison), new Document("$set", new Document("corrections", "garbage")));

        assertThat(queue.letGo(unreadable(), Duration.ofMinutes(1), 2)).isFalse();
        assertThat(queue.claim(LEASE)).as("it waits").isEmpty();
        database.getCollection(CvJobs.COLLECTION)
                .updateOne(eq(poison), new Document("$unset", new Document("notBefore", 1)));
        var second = unreadable();
        assertThat(queue.letGo(second, Duration.ZERO, 2)).isTrue();

        assertThat(job(poison).getString("status")).isEqualTo("FAILED");
        assertThat(job(poison).get("losses")).isNull();
        assertThat(usage.used(owner, Jobs.PERIOD)).isZero();
        assertThat(queue.letGo(second, Duration.ZERO, 2)).as("once").isFalse();
    }

    private UnreadableJobException unreadable() {
        return catchThrowableOfType(UnreadableJobException.class, () -> queue.claim(LEASE));
    }
}
