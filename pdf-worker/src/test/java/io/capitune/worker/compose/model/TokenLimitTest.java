package io.capitune.worker.compose.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** OpenAI's own endpoint refuses {@code max_tokens} for its newer models; others may not know its successor. */
class TokenLimitTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, '', true",
        "https://api.openai.com/v1, max_tokens, false",
        "https://api.openai.com.example.org/v1, '', false",
        "http://127.0.0.1:11434/v1, '', false",
        "http://127.0.0.1:11434/v1, max_completion_tokens, true",
    })
    void isNamedAsTheEndpointKnowsIt(String url, String name, boolean completion) {
        var config = TestModelConfig.with("capitune.openai.base-url", url, "capitune.openai.token-limit", name);
        assertThat(config.limitsCompletion()).isEqualTo(completion);
    }
}
