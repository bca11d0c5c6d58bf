package io.capitune.bench.memory;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserLivesTest {

    private final BrowserLives lives = new BrowserLives();

    @Test
    void oneThatWasReplacedIsWeighedYoungAndGrown() {
        lives.see(0, Map.of("a", 200.0));
        lives.see(100, Map.of("a", 210.0));
        lives.see(200, Map.of("a", 230.0, "b", 150.0));
        lives.see(300, Map.of("a", 230.0, "b", 200.0));
        lives.see(400, Map.of("b", 200.0));

        assertThat(lives.ended()).containsExactly(new BrowserLives.Life(0, 300, 210, 230));
    }

    @Test
    void oneThatLooksWereTakenOfWhileItStartedAndEndedWeighsWhatItWeighedBetween() {
        lives.see(0, Map.of("a", 20.0));
        lives.see(100, Map.of("a", 200.0));
        lives.see(200, Map.of("a", 200.0));
        lives.see(300, Map.of("a", 230.0));
        lives.see(400, Map.of("a", 230.0));
        lives.see(500, Map.of("a", 30.0));
        lives.see(600, Map.of());

        assertThat(lives.ended()).containsExactly(new BrowserLives.Life(0, 500, 200, 230));
    }

    @Test
    void whoIsThereToTheEndHasNotEnded() {
        lives.see(0, Map.of("a", 200.0));
        lives.see(100, Map.of("a", 200.0));

        assertThat(lives.ended()).isEmpty();
    }
}
