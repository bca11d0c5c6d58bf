package io.capitune.cvjob.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvExpiries;
import io.capitune.cv.job.CvJobs;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Worker;
import io.capitune.cvjob.WrongClockTest;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** On a machine whose clock is thirty hours late. */
@QuarkusTest
@TestProfile(WrongClockTest.LateClock.class)
@WithMongo
@WithTokens
class RetentionClockTest {

    /** A free plan's end of a day is less than eight days from now, and was not thirty hours ago. */
    private static final Duration DUE_SINCE_LESS_THAN_A_DAY =
            Duration.ofDays(83).plusHours(2);

    @Inject
    RetentionRun run;

    @Inject
    CvExpiries expiries;

    @Inject
    Worker worker;

    @Inject
    MongoDatabase database;

    @Inject
    Clock clock;

    @Test
    void theEndOfAFileIsOfTheDatabasesTime() {
        var id = Api.ofSomebody().submitted();
        worker.finish(id);
        var now = Instant.now();
        database.getCollection(CvJobs.COLLECTION)
                .updateOne(eq(id), set("finishedAt", Date.from(now.minus(DUE_SINCE_LESS_THAN_A_DAY))));
        assertThat(clock.instant()).isBefore(now.minus(Duration.ofHours(29)));

        run.run();

        assertThat(expiries.of(id).orElseThrow().noticedAt()).isCloseTo(now, within(Duration.ofMinutes(1)));
    }
}
