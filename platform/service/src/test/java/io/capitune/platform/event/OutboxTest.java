package io.capitune.platform.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class OutboxTest {

    @Inject
    EventQueue queue;

    @Inject
    Outbox outbox;

    @Inject
    Transactions transactions;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    @Test
    void anEventThatWasSettledWhenAddedIsNobodysAndSoonGone() {
        var type = random.id();
        var event = new DomainEvent(random.id(), type, "s", List.of(), Map.of(), "sealed", Instant.now());

        transactions.run(session -> {
            outbox.appendSettled(session, event);
            return event;
        });

        assertThat(queue.claim(Set.of(type), Duration.ofMinutes(1))).isEmpty();
        assertThat(queue.ageOfOldestOpen(Set.of(type))).isEmpty();
        // MongoDB's sweep may have been quicker than we are.
        assertThat(database.getCollection(EventQueue.COLLECTION).find(Filters.eq(event.id())))
                .allSatisfy(stored -> {
                    assertThat(stored.get("sealed")).isNull();
                    assertThat(stored.getDate("settledAt")).isEqualTo(new Date(0));
                });
    }
}
