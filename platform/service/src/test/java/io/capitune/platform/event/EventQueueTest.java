package io.capitune.platform.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class EventQueueTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    EventQueue queue;

    @Inject
    MongoDatabase database;

    @Inject
    Outbox outbox;

    @Inject
    Transactions transactions;

    @Inject
    RandomTokens random;

    private String typeWithEvents(int count) {
        var type = random.id();
        transactions.run(session -> {
            for (var i = 0; i < count; i++) {
                outbox.append(session, event(type));
            }
            return count;
        });
        return type;
    }

    private DomainEvent event(String type) {
        return new DomainEvent(
                random.id(),
                type,
                "s",
                List.of("u1"),
                Map.of("k", "v"),
                "sealed",
                Instant.now().plusSeconds(3600));
    }

    @Test
    void simultaneousClaimsNeverShareAnEvent() throws Exception {
        var type = typeWithEvents(20);
        Callable<String> claim = () -> queue.claim(Set.of(type), LEASE)
                .map(found -> found.event().id())
                .orElse("none");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = threads.invokeAll(Stream.generate(() -> claim).limit(40).toList()).stream()
                    .map(result -> result.resultNow())
                    .filter(id -> !id.equals("none"))
                    .toList();
            assertThat(ids).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void anEventWhoseLeaseEndedComesBackAndTheOldClaimChangesNothing() {
        var type = typeWithEvents(1);
        var lost = queue.claim(Set.of(type), Duration.ZERO).orElseThrow();
        var held = queue.claim(Set.of(type), LEASE).orElseThrow();
        assertThat(held.attempts()).isEqualTo(2);
        assertThat(queue.done(lost)).isFalse();
        assertThat(queue.done(held)).isTrue();
        assertThat(queue.claim(Set.of(type), LEASE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSettledEventForgetsWhatItCarried(boolean done) {
        var type = typeWithEvents(1);
        var claimed = queue.claim(Set.of(type), LEASE).orElseThrow();
        assertThat(claimed.event().payload()).containsEntry("k", "v");
        assertThat(done ? queue.done(claimed) : queue.failed(claimed, "WHY")).isTrue();
        var settled = database.getCollection(EventQueue.COLLECTION)
                .find(Filters.eq("type", type))
                .first();
        assertThat(settled).isNotNull().containsEntry("payload", new Document()).containsEntry("sealed", null);
    }

    @Test
    void handedBackEventWaits() {
        var type = typeWithEvents(1);
        var claimed = queue.claim(Set.of(type), LEASE).orElseThrow();
        assertThat(queue.retryAt(claimed, Duration.ofMinutes(1), "later")).isTrue();
        assertThat(queue.claim(Set.of(type), LEASE)).isEmpty();
        assertThat(queue.ageOfOldestOpen(Set.of(type))).isPresent();
    }

    /** The events here say that they happen in an hour, as those of a machine whose clock is ahead do. */
    @Test
    void noClockOfTheirsMakesEventsLookYoungerThanTheyAre() {
        var type = typeWithEvents(2);

        Awaitility.await()
                .until(() -> queue.ageOfOldestOpen(Set.of(type)).orElseThrow().toMillis() > 1000);

        assertThat(queue.ageOfOldestOpen(Set.of(type)).orElseThrow()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void anEventOfAnOlderReleaseIsAsOldAsItSays() {
        var type = typeWithEvents(1);
        database.getCollection(EventQueue.COLLECTION)
                .updateOne(
                        Filters.eq("type", type),
                        Updates.combine(
                                Updates.unset("addedAt"),
                                Updates.set("at", Instant.now().minusSeconds(3600))));

        assertThat(queue.ageOfOldestOpen(Set.of(type)).orElseThrow())
                .isCloseTo(Duration.ofHours(1), Duration.ofMinutes(1));
    }

    @Test
    void anEventOfARolledBackTransactionNeverHappened() {
        var type = random.id();
        try {
            transactions.run(session -> {
                outbox.append(session, event(type));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("rolled back");
        }
        assertThat(queue.claim(Set.of(type), LEASE)).isEmpty();
    }
}
