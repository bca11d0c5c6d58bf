package io.capitune.worker.compose.model;

import java.nio.charset.StandardCharsets;

import com.mongodb.client.MongoClients;
import io.capitune.platform.random.RandomTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class KeptAnswersAwayTest {

    private static final AnswerKey KEY = AnswerKey.of("owner", "request".getBytes(StandardCharsets.UTF_8));

    @Test
    void storeThatIsAwayFailsNothing() {
        var metrics = new SimpleMeterRegistry();
        try (var client = MongoClients.create("mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=50")) {
            var kept = new KeptAnswers(client.getDatabase("none"), TestModelConfig.with(), new RandomTokens(), metrics);
            assertThat(kept.find(KEY)).isEmpty();
            assertThatCode(() -> kept.keep(KEY, "{}")).doesNotThrowAnyException();
            assertThatCode(() -> kept.forget(KEY)).doesNotThrowAnyException();
        }
        assertThat(metrics.counter("capitune.model.kept.answers", "result", "error")
                        .count())
                .isEqualTo(3);
    }
}
