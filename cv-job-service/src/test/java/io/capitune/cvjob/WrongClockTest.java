package io.capitune.cvjob;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvJobs;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** On a machine whose clock is more than a day late. Days, not hours: what a day's key is compared with has to show. */
@QuarkusTest
@TestProfile(WrongClockTest.LateClock.class)
@WithMongo
@WithTokens
public class WrongClockTest {

    private static final Duration LATE = Duration.ofHours(30);

    public static class LateClock implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Late.class);
        }
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class Late extends Clock {

        @Override
        public Instant instant() {
            return Instant.now().minus(LATE);
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
    MongoDatabase database;

    @Inject
    Worker worker;

    @Inject
    Clock clock;

    private final Api api = Api.ofSomebody();

    @BeforeEach
    void emptyQueue() {
        assertThat(clock.instant()).isBefore(anHourAgo());
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
    }

    private static Instant anHourAgo() {
        return Instant.now().minus(Duration.ofHours(1));
    }

    @Test
    void jobIsOfTheDatabasesTime() {
        var job = worker.job(api.submitted());
        assertThat(job.createdAt()).isAfter(anHourAgo());
        assertThat(job.rank()).isEqualTo(job.createdAt().toEpochMilli());
    }

    @Test
    void ageOfTheQueueIsTheDatabasesToo() {
        api.submitted();
        var age = RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("capitune_queue_age_seconds "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst();
        assertThat(age.orElseThrow()).isBetween(0.0, 60.0);
    }

    @Test
    void ageThatAnOperatorAndTheOwnerSeeIsTheDatabasesToo() {
        var id = api.submitted();
        database.getCollection(CvJobs.COLLECTION)
                .updateOne(
                        new Document("_id", id),
                        new Document("$set", new Document("createdAt", Date.from(anHourAgo()))));

        var operator = RestAssured.given().auth().oauth2(TestTokens.service("operator"));
        assertThat(operator.get("/internal/queue").jsonPath().getInt("oldestQueuedSeconds"))
                .isBetween(3600, 3660);
        assertThat(operator.get("/internal/jobs?status=queued").jsonPath().getInt("items[0].ageSeconds"))
                .isBetween(3600, 3660);
        assertThat(api.get("/cv/" + id).extract().asString()).containsPattern("Depuis 6[01]\u00a0min");
    }

    @Test
    void keyIsGoodForADayOfTheDatabase() {
        var first = keyed();
        var expires = database.getCollection("idempotency_keys")
                .find(new Document("jobId", first))
                .first()
                .getDate("expiresAt")
                .toInstant();
        assertThat(expires).isAfter(Instant.now().plus(Duration.ofHours(23)));
        assertThat(keyed()).isEqualTo(first);
    }

    @Test
    void keyThatExpiredIsFreeAgain() {
        var first = keyed();
        database.getCollection("idempotency_keys")
                .updateOne(new Document("jobId", first), new Document("$currentDate", new Document("expiresAt", true)));
        assertThat(keyed()).isNotEqualTo(first);
    }

    private String keyed() {
        return Api.accepted(
                api.json(Bodies.minimal()).header("Idempotency-Key", "the-same").post("/api/cv/jobs"));
    }
}
