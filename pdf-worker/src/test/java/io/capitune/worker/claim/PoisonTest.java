package io.capitune.worker.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.pipeline.RenderStub;
import io.capitune.worker.pipeline.Submissions;
import io.capitune.worker.pipeline.WithRenderStub;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Jobs that a whole worker cannot end, on a machine whose clock is half a day late: neither keeps the others from ending. */
@QuarkusTest
@TestProfile(PoisonTest.ShortLeasesAndALateClock.class)
@WithMongo
@WithTokens
@WithRenderStub
class PoisonTest {

    public static class ShortLeasesAndALateClock implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("capitune.worker.lease", "3s", "capitune.worker.renewal", "1s");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(LateClock.class);
        }
    }

    /** Twelve hours behind the database's. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class LateClock extends Clock {

        @Override
        public Instant instant() {
            return Instant.now().minus(Duration.ofHours(12));
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }

    @Inject
    Submissions submissions;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    private String owner;

    @BeforeEach
    void renderServiceAnswers() {
        owner = random.id();
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
    }

    private Document document(String id) {
        return database.getCollection(CvJobs.COLLECTION).find(eq(id)).first();
    }

    private void spoiled(String field, Object value) {
        var poison = submissions.submitChanged(owner, set(field, value));
        var others = IntStream.range(0, 5)
                .mapToObj(i -> submissions.submit("other-" + owner, false))
                .toList();

        assertThat(others)
                .allSatisfy(id -> assertThat(submissions.ended(id).status()).isEqualTo(CvJobStatus.DONE));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> "FAILED".equals(document(poison).getString("status")));
        assertThat(document(poison).getString("failure")).isEqualTo("INTERNAL");
        assertThat(document(poison).getInteger("attempts")).isLessThanOrEqualTo(4);
        assertThat(submissions.used(owner)).isZero();
    }

    @Test
    void jobThatCannotBeDecodedFailsAndTheOthersEnd() {
        spoiled("corrections", "garbage");
    }

    @Test
    void manyJobsThatCannotBeDecodedHoldNobodyUp() {
        var poison = IntStream.range(0, 60)
                .mapToObj(i -> submissions.submitChanged(owner + i, set("corrections", "garbage")))
                .toList();
        var others = IntStream.range(0, 5)
                .mapToObj(i -> submissions.submit("other-" + owner, false))
                .toList();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> others.stream()
                        .allMatch(id -> submissions.job(id).status().ended()));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> poison.stream()
                        .allMatch(id -> "FAILED".equals(document(id).getString("status"))));
        assertThat(poison)
                .allSatisfy(id -> assertThat(document(id).get("losses")).isNull());
    }

    @Test
    void jobThatBreaksTheComposerFailsAndTheOthersEnd() {
        spoiled("input.resume", "not JSON");
    }

    @Test
    void lateClockChangesNothingForAJob() {
        var job = submissions.ended(submissions.submit(owner, false));
        assertThat(job.status()).isEqualTo(CvJobStatus.DONE);
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(job.startedAt()).isAfter(Instant.now().minus(Duration.ofHours(1)));
        assertThat(job.finishedAt()).isAfterOrEqualTo(job.startedAt());
    }
}
