package io.capitune.notification.dispatch;

import java.time.Duration;

import io.capitune.notification.MailConfig;
import io.capitune.notification.TemporaryFailure;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private final RetryPolicy policy = new RetryPolicy(new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(MailConfig.class)
            .build()
            .getConfigMapping(MailConfig.class));

    @RepeatedTest(20)
    void waitDoublesWithJitterUpToTheLongest() {
        var failure = new TemporaryFailure("X");

        assertThat(policy.waitAfter(1, failure).orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(policy.waitAfter(4, failure).orElseThrow()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(policy.waitAfter(19, failure).orElseThrow())
                .isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
    }

    @Test
    void askedWaitIsKeptWithinReason() {
        assertThat(policy.waitAfter(1, new TemporaryFailure("X", Duration.ofSeconds(90)))
                        .orElseThrow())
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
        assertThat(policy.waitAfter(1, new TemporaryFailure("X", Duration.ofDays(30)))
                        .orElseThrow())
                .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(1));
    }

    @Test
    void lastTryIsTheLast() {
        assertThat(policy.waitAfter(20, new TemporaryFailure("X"))).isEmpty();
        assertThat(policy.exhausted(20)).isFalse();
        assertThat(policy.exhausted(21)).isTrue();
    }
}
