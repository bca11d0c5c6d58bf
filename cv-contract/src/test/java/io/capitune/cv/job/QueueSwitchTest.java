package io.capitune.cv.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class QueueSwitchTest {

    @Inject
    MongoDatabase database;

    private final AtomicLong nanos = new AtomicLong();
    private QueueSwitch operator;
    private QueueSwitch worker;

    @BeforeEach
    void nobodyEverSwitched() {
        database.getCollection("cv_queue").deleteMany(new Document());
        operator = new QueueSwitch(database, nanos::get);
        worker = new QueueSwitch(database, nanos::get);
    }

    @AfterEach
    void leaveItOn() {
        operator.resume();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void queueThatNobodySwitchedIsNotDrained() {
        assertThat(worker.drained()).isFalse();
        assertThat(worker.drainedSince()).isNull();
    }

    @Test
    void workerLearnsOfItWithinASecondAndNotByAskingEachTime() {
        assertThat(worker.drained()).isFalse();
        operator.drain();
        assertThat(operator.drained()).isTrue();
        pass(Duration.ofMillis(900));
        assertThat(worker.drained()).as("not asked again yet").isFalse();
        pass(Duration.ofMillis(200));
        assertThat(worker.drained()).isTrue();

        operator.resume();
        pass(Duration.ofMillis(1100));
        assertThat(worker.drained()).isFalse();
    }

    @Test
    void drainedTwiceIsDrainedSinceTheFirstTime() {
        operator.drain();
        var since = operator.drainedSince();
        operator.drain();
        assertThat(since).isNotNull();
        assertThat(operator.drainedSince()).isEqualTo(since);
    }

    @Test
    void resumedTwiceIsResumed() {
        operator.resume();
        operator.resume();
        assertThat(operator.drained()).isFalse();
    }
}
