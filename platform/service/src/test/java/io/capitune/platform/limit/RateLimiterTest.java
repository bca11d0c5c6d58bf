package io.capitune.platform.limit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class RateLimiterTest {

    @Inject
    RateLimiter limiter;

    @Inject
    RandomTokens random;

    @Test
    void ofManySimultaneousActsExactlyTheLimitIsAllowed() throws Exception {
        var key = random.id();
        Callable<RateLimiter.Decision> act = () -> limiter.take(key, 10, Duration.ofMinutes(10));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var decisions =
                    threads.invokeAll(Stream.generate(() -> act).limit(50).toList());
            assertThat(decisions.stream()
                            .filter(decision -> decision.resultNow().allowed()))
                    .hasSize(10);
        }
    }

    @Test
    void refusalSaysWhenTheWindowEnds() {
        var key = random.id();
        limiter.take(key, 1, Duration.ofMinutes(1));
        var refused = limiter.take(key, 1, Duration.ofMinutes(1));
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void newWindowBeginsWhenTheOldOneEnded() {
        var key = random.id();
        assertThat(limiter.take(key, 1, Duration.ZERO).allowed()).isTrue();
        assertThat(limiter.take(key, 1, Duration.ofMinutes(1)).allowed()).isTrue();
    }
}
