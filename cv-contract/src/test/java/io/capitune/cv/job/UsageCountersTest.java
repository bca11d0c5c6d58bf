package io.capitune.cv.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.capitune.cv.job.UsageCounters.Reservation;
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
class UsageCountersTest {

    private static final String PERIOD = "2026-11";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    UsageCounters usage;

    @Inject
    Transactions transactions;

    @Inject
    RandomTokens random;

    private List<Reservation> reserveAtOnce(String owner, int times, int limit, int rate) throws Exception {
        Callable<Reservation> reserve = () -> {
            usage.prepare(owner, PERIOD);
            return transactions.run(session -> usage.reserve(session, owner, PERIOD, limit, rate, MINUTE));
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> reserve).limit(times).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void ofTwentyAtOnceExactlyTheQuotaIsReserved() throws Exception {
        var owner = random.id();
        var outcomes = reserveAtOnce(owner, 20, 3, 1000);
        assertThat(outcomes).filteredOn(Reservation.Reserved.class::isInstance).hasSize(3);
        assertThat(outcomes)
                .filteredOn(Reservation.QuotaReached.class::isInstance)
                .hasSize(17);
        assertThat(usage.used(owner, PERIOD)).isEqualTo(3);
    }

    @Test
    void rateIsToldWithTheTimeToWait() {
        var owner = random.id();
        usage.prepare(owner, PERIOD);
        for (var i = 0; i < 2; i++) {
            var outcome = transactions.run(session -> usage.reserve(session, owner, PERIOD, 100, 2, MINUTE));
            assertThat(outcome).isInstanceOf(Reservation.Reserved.class);
        }
        var third = transactions.run(session -> usage.reserve(session, owner, PERIOD, 100, 2, MINUTE));
        assertThat(third)
                .isInstanceOfSatisfying(
                        Reservation.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isPositive().isLessThanOrEqualTo(MINUTE));
    }

    @Test
    void whatCostsNoUnitCountsForTheRate() {
        var owner = random.id();
        usage.prepare(owner, PERIOD);
        transactions.run(session -> usage.reserve(session, owner, PERIOD, 1, 2, MINUTE));
        assertThat((Object) transactions.run(session -> usage.admit(session, owner, PERIOD, 2, MINUTE)))
                .isInstanceOf(Reservation.Reserved.class);
        assertThat((Object) transactions.run(session -> usage.admit(session, owner, PERIOD, 2, MINUTE)))
                .isInstanceOf(Reservation.RateLimited.class);
        assertThat(usage.used(owner, PERIOD)).isEqualTo(1);
    }

    @Test
    void givenBackUnitCanBeReservedAgainAndNeverGoesBelowZero() {
        var owner = random.id();
        usage.prepare(owner, PERIOD);
        transactions.run(session -> usage.reserve(session, owner, PERIOD, 1, 10, MINUTE));
        for (var i = 0; i < 2; i++) {
            transactions.run(session -> {
                usage.giveBack(session, owner, PERIOD);
                return true;
            });
        }
        assertThat(usage.used(owner, PERIOD)).isZero();
        assertThat((Object) transactions.run(session -> usage.reserve(session, owner, PERIOD, 1, 10, MINUTE)))
                .isInstanceOf(Reservation.Reserved.class);
    }
}
