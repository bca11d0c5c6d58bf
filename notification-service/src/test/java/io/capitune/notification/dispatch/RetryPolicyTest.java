package io.capitune.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.capitune.notification.MailConfig;
import io.capitune.notification.TemporaryFailure;
import io.capitune.platform.event.ClaimedEvent;
import io.capitune.platform.event.DomainEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final TemporaryFailure FAILURE = new TemporaryFailure("X");

    private final RetryPolicy policy = policy(Map.of());

    @RepeatedTest(20)
    void waitDoublesWithJitterUpToTheLongest() {
        assertThat(policy.waitAfter(tried(1, FRESH), FAILURE).orElseThrow())
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(policy.waitAfter(tried(4, FRESH), FAILURE).orElseThrow())
                .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(policy.waitAfter(tried(1000, FRESH), FAILURE).orElseThrow())
                .isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
    }

    @Test
    void askedWaitIsKeptWithinReason() {
        assertThat(policy.waitAfter(tried(1, FRESH), new TemporaryFailure("X", Duration.ofSeconds(90)))
                        .orElseThrow())
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
        assertThat(policy.waitAfter(tried(1, FRESH), new TemporaryFailure("X", Duration.ofDays(30)))
                        .orElseThrow())
                .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(1));
    }

    @Test
    void aTryThatFailsIsTheLastWhereTheEventIsTooOld() {
        assertThat(policy.waitAfter(tried(300, Duration.ofDays(3)), FAILURE)).isPresent();
        assertThat(policy.waitAfter(tried(1, Duration.ofDays(3).plusSeconds(1)), FAILURE))
                .isEmpty();
    }

    @Test
    void nothingIsTriedForLongerThanItsMailIsKept() {
        var briefly = policy(Map.of("capitune.mail.keep", "1d"));

        assertThat(briefly.waitAfter(tried(1, Duration.ofHours(25)), FAILURE)).isEmpty();
    }

    @Test
    void whatWasClaimedBeforeAndNeverCameToAnEndIsNotTriedForEver() {
        assertThat(policy.exhausted(tried(9, Duration.ofDays(6)))).isFalse();
        assertThat(policy.exhausted(tried(9, Duration.ofDays(7)))).isTrue();
    }

    @Test
    void everythingIsTriedOnceHoweverLongTheServiceWasDown() {
        assertThat(policy.exhausted(tried(1, Duration.ofDays(100)))).isFalse();
    }

    private static RetryPolicy policy(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MailConfig.class)
                .build()
                .getConfigMapping(MailConfig.class);
        return new RetryPolicy(config, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** An event of that age, the given number of times claimed. */
    private static ClaimedEvent tried(int attempts, Duration age) {
        var event = new DomainEvent("e", "cv.done", "job-1", List.of("u1"), Map.of(), null, NOW.minus(age));
        return new ClaimedEvent(event, "token", attempts);
    }
}
