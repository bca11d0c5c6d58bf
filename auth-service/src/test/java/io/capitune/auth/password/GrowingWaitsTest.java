package io.capitune.auth.password;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Crowd;
import io.capitune.auth.password.GrowingWaits.Allowance;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

/** Waits by the database's clock: instead of letting time pass, a test moves what the database remembers into the past. */
@QuarkusTest
@AuthTest
class GrowingWaitsTest {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration BUSY = Duration.ofSeconds(20);
    // A try is forgotten after ten minutes.
    private static final Allowance SIX = new Allowance(6, FIRST, LONGEST, Duration.ofHours(1));

    @Inject
    GrowingWaits waits;

    @Inject
    MongoDatabase database;

    private final String key = UUID.randomUUID().toString();

    private Optional<Duration> take() {
        return waits.take(key, SIX);
    }

    private void use(int tries) {
        for (var i = 0; i < tries; i++) {
            waited();
            assertThat(take()).as("try %d", i + 1).isEmpty();
        }
    }

    private Document stored() {
        return database.getCollection("password_tries").find(eq(key)).first();
    }

    /** What is waited for has passed, and no try is forgotten meanwhile. */
    private void waited() {
        database.getCollection("password_tries").updateOne(eq(key), set("nextAt", new Date(0)));
    }

    private void passed(Duration time) {
        var since = stored().getDate("since").toInstant().minus(time);
        database.getCollection("password_tries").updateOne(eq(key), set("since", Date.from(since)));
        waited();
    }

    /** The wait of the next try, begun a moment ago. */
    private void assertWaits(Duration whole) {
        assertThat(take().orElseThrow()).isBetween(whole.minus(BUSY), whole);
    }

    @Test
    void asManyAsAreFreeOfAnyNumberAtOnce() {
        assertThat(Crowd.atOnce(30, this::take)).filteredOn(Optional::isEmpty).hasSize(6);
    }

    @Test
    void eachWaitIsTwiceTheOneBeforeUntilTheyGrowNoMore() {
        use(6);
        for (var seconds : new int[] {30, 60, 120, 240, 480, 960, 1800, 1800, 1800}) {
            assertWaits(Duration.ofSeconds(seconds));
            use(1);
        }
    }

    @Test
    void whatIsRefusedLengthensNoWaitAndCountsNot() {
        use(6);
        for (var i = 0; i < 20; i++) {
            assertThat(take()).isPresent();
        }
        assertWaits(FIRST);
        assertThat(stored().get("count", Number.class).intValue()).isEqualTo(6);
    }

    @Test
    void triesAreForgottenOneByOne() {
        use(6);
        passed(Duration.ofMinutes(9));
        use(1);
        assertThat(take().orElseThrow()).as("none is, yet").isGreaterThan(FIRST);

        passed(Duration.ofMinutes(1 + 2 * 10));
        use(1);
        assertThat(take()).as("seven, less three, and one").isEmpty();
        assertThat(take()).isPresent();
    }

    @Test
    void allAreFreeAgainWhenAllAreForgottenHoweverManyThereWere() {
        use(200);
        passed(Duration.ofHours(2));

        use(6);
        assertWaits(FIRST);
    }

    @Test
    void oneThatIsGivenBackDoesNotCountAndOthersDo() {
        use(5);
        waits.giveBack(key);
        use(2);
        assertThat(take()).isPresent();

        waits.giveBack(key);
        assertThat(take()).as("what is waited for stays").isPresent();
    }

    @Test
    void oneThatIsUndoneLeavesNoWait() {
        use(8);
        waits.undo(key);

        assertThat(take()).isEmpty();
        assertWaits(FIRST.multipliedBy(4));
    }

    @Test
    void nothingIsGivenBackWhereNothingWasTaken() {
        use(1);
        waits.giveBack(key);
        waits.giveBack(key);
        use(6);
        assertThat(take()).isPresent();
    }

    @Test
    void waitsOfTheReleaseBeforeGoOn() {
        database.getCollection("password_tries")
                .insertOne(new Document("_id", key)
                        .append("count", 7)
                        .append("nextAt", new Date(System.currentTimeMillis() + 30_000))
                        .append("forgottenAt", new Date(System.currentTimeMillis() + 3_600_000))
                        .append("v", 1));
        assertThat(take().orElseThrow()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(31));
        use(1);
        assertWaits(FIRST.multipliedBy(4));
    }
}
