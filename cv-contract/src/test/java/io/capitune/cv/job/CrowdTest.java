package io.capitune.cv.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who comes in between whom, where accounts with a hundred jobs each have been waiting for ten minutes. */
@QuarkusTest
@WithMongo
@WithTokens
class CrowdTest {

    private static final int ACCOUNTS = 50;
    private static final int EACH = 100;

    @Inject
    Crowd crowd;

    @Inject
    Jobs given;

    @BeforeEach
    void emptyQueue() {
        crowd.begin();
    }

    @Test
    void newcomerWaitsForOneJobOfEachAccountHoweverLongTheQueueIs() {
        crowd.comes(ACCOUNTS, EACH);
        for (var served : List.of(0, 1, 777, 1_000)) {
            crowd.claimed(served);
            var newcomer = crowd.account("newcomer-" + served);
            given.submit(newcomer);
            assertThat(crowd.waitOf(newcomer)).as("after %d", served).isLessThanOrEqualTo(ACCOUNTS);
        }
    }

    @Test
    void whoSubmitsAHundredMeanwhileHoldsNobodyBack() {
        crowd.comes(ACCOUNTS, EACH);
        crowd.claimed(500);
        var busy = crowd.account("busy");
        given.submit(busy, EACH);
        var newcomer = crowd.account("newcomer");
        given.submit(newcomer);

        assertThat(crowd.waitOf(newcomer)).isLessThanOrEqualTo(ACCOUNTS + 1);
        assertThat(Crowd.counts(crowd.claimed(10 * (ACCOUNTS + 1))).get(busy))
                .as("and gets what the others get")
                .isBetween(9L, 11L);
    }

    @Test
    void crowdIsServedInTurns() {
        crowd.comes(20, 25);
        var served = Crowd.counts(crowd.claimed(20 * 20));

        assertThat(served).hasSize(20);
        assertThat(served.values()).allSatisfy(count -> assertThat(count).isBetween(18L, 22L));
    }

    @Test
    void newcomersWithoutEndPassNobodyMoreThanATurn() {
        crowd.comes(10, 20);
        var waiting = 10;
        var turns = new HashMap<String, Integer>();
        for (var i = 0; i < 600; i++) {
            given.submit(crowd.account("newcomer-" + i));
            waiting++;
            var owner = crowd.claimed().owner();
            if (owner.startsWith("newcomer")) {
                waiting--;
            } else {
                var last = turns.put(owner, i);
                assertThat(last == null ? 0 : i - last)
                        .as("between two turns of one, two for each who waits at the end of them")
                        .isLessThanOrEqualTo(2 * waiting);
            }
        }
        assertThat(turns.values())
                .as("each had a turn lately")
                .hasSize(10)
                .allSatisfy(last -> assertThat(last).isGreaterThan(400));
    }

    @Test
    void whoAlwaysComesAgainTakesTurnsWithWhoWaits() {
        crowd.comes(1, EACH);
        var regulars = IntStream.range(0, 5)
                .mapToObj(i -> crowd.account("regular-" + i))
                .toList();
        regulars.forEach(given::submit);
        var served = new ArrayList<String>();
        for (var i = 0; i < 120; i++) {
            var owner = crowd.claimed().owner();
            served.add(owner);
            if (regulars.contains(owner)) {
                given.submit(owner);
            }
        }
        assertThat(Crowd.counts(served).get(crowd.member(0))).isGreaterThanOrEqualTo(19);
    }

    @Test
    void jobsAndCountersOfTheVersionBeforeGoOn() {
        crowd.comes(10, 20);
        crowd.forgetHowNewcomersWereRanked();
        given.submit(crowd.member(0));
        var newcomer = crowd.account("newcomer");
        given.submit(newcomer);

        var owners = crowd.claimed(10 * 20 + 2);
        assertThat(owners.indexOf(newcomer)).isLessThanOrEqualTo(10);
        assertThat(owners.getLast()).as("behind its own").isEqualTo(crowd.member(0));
    }
}
