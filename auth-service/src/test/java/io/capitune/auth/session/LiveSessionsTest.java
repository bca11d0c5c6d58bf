package io.capitune.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.platform.random.Hashes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiveSessionsTest {

    private static final String SECRET = "A".repeat(43);
    private static final SessionKey KEY = SessionKey.ofCookie(SECRET);

    private final AuthConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(AuthConfig.class)
            .build()
            .getConfigMapping(AuthConfig.class);
    private final AtomicReference<Optional<SignedIn>> stored = new AtomicReference<>(Optional.of(signedIn()));
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final LiveSessions live =
            new LiveSessions(new SlowLookup(), config, Clock.systemUTC(), new SimpleMeterRegistry());

    @Test
    void lookThatBeganBeforeALogoutIsNotRemembered() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var before = threads.submit(() -> live.find(KEY));
            assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();

            stored.set(Optional.empty());
            live.forget(KEY);
            assertThat(live.find(KEY)).as("joins no look from before").isEmpty();
            answered.countDown();
            assertThat(before.get(10, TimeUnit.SECONDS)).isPresent();
        }

        assertThat(live.find(KEY)).isEmpty();
    }

    @Test
    void whatIsLookedUpAfterwardsIsRememberedAgain() {
        answered.countDown();
        live.forget(KEY);
        assertThat(live.find(KEY)).isPresent();

        stored.set(Optional.empty());

        assertThat(live.find(KEY)).as("from memory").isPresent();
    }

    private static SignedIn signedIn() {
        var now = Instant.now();
        var month = Duration.ofDays(30);
        return new SignedIn(
                Session.start("s", Hashes.sha256(SECRET), "a", now, month, month),
                new Account("a", "a@exemple.fr", List.of("candidate"), "fr", now, null, null, null, null, 1),
                now);
    }

    /** Reads at once; the first answer takes its time. */
    private final class SlowLookup extends SessionLookup {

        SlowLookup() {
            super(null, null, config, Clock.systemUTC());
        }

        @Override
        public Optional<SignedIn> find(SessionKey key) {
            var found = stored.get();
            if (read.getCount() > 0) {
                read.countDown();
                try {
                    answered.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return found;
        }
    }
}
