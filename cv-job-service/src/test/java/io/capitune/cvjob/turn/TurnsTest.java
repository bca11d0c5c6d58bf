package io.capitune.cvjob.turn;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import io.capitune.cvjob.Together;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class TurnsTest {

    @Inject
    Turns turns;

    private final String what = "turn-" + UUID.randomUUID();

    @Test
    void ofManyWhoAskAtOnceOneGetsIt() throws InterruptedException {
        var taken = Together.run(20, () -> turns.take(what, Duration.ofHours(1)));
        assertThat(taken).containsOnlyOnce(true).hasSize(20);
    }

    @Test
    void itComesAgainWhenTheIntervalIsOver() {
        assertThat(turns.take(what, Duration.ZERO)).isTrue();
        assertThat(turns.take(what, Duration.ofHours(1))).isTrue();
        assertThat(turns.take(what, Duration.ofHours(1))).isFalse();
        assertThat(turns.take(what + "-else", Duration.ofHours(1))).isTrue();
    }
}
