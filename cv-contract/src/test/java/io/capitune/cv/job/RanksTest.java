package io.capitune.cv.job;

import java.time.Duration;
import java.util.Date;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class RanksTest {

    private static final long TURN = 1000;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Inject
    Crowd crowd;

    @Inject
    CvJobs jobs;

    @Inject
    Jobs given;

    @Inject
    MongoDatabase database;

    @BeforeEach
    void emptyQueue() {
        crowd.begin();
    }

    /** As from replicas: nothing but the database keeps them apart. */
    @Test
    void simultaneousSubmissionsOfOneAccountStandATurnApart() {
        var owner = crowd.account("busy");
        var first = jobs.find(given.submit(owner)).orElseThrow().rank();
        Crowd.together(Stream.<Runnable>generate(() -> () -> given.submit(owner))
                .limit(30)
                .toList());

        assertThat(Stream.generate(() -> crowd.claimed().rank()).limit(31))
                .containsExactlyElementsOf(
                        IntStream.range(0, 31).mapToObj(i -> first + i * TURN).toList());
    }

    @Test
    void ofOneRankTheOlderComesFirst() {
        var newestFirst = IntStream.range(0, 20)
                .mapToObj(i -> given.submit(crowd.account("one-" + i)))
                .toList();
        var collection = database.getCollection(CvJobs.COLLECTION);
        collection.updateMany(new Document(), set("rank", 5L));
        for (var i = 0; i < newestFirst.size(); i++) {
            collection.updateOne(eq(newestFirst.get(i)), set("createdAt", new Date(1_000_000L - i)));
        }

        assertThat(place(newestFirst.getFirst())).isEqualTo(20);
        assertThat(place(newestFirst.getLast())).isEqualTo(1);
        assertThat(Stream.generate(() -> crowd.claimed().id()).limit(20))
                .containsExactlyElementsOf(newestFirst.reversed());
    }

    private int place(String id) {
        return jobs.position(jobs.find(id).orElseThrow());
    }

    @Test
    void headThatIsHoursLateOrEarlyPullsNewcomersNoFurtherThanAnHour() {
        crowd.comes(2, 3);
        crowd.shift(Duration.ofHours(-9));
        assertThat(rankByTheClock("late")).isEqualTo(-HOUR);
        crowd.shift(Duration.ofHours(19));
        assertThat(rankByTheClock("early")).isEqualTo(HOUR);
    }

    private long rankByTheClock(String name) {
        var job = jobs.find(given.submit(crowd.account(name))).orElseThrow();
        return job.rank() - job.createdAt().toEpochMilli();
    }
}
