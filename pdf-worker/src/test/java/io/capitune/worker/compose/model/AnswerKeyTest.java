package io.capitune.worker.compose.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import io.capitune.platform.random.RandomTokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnswerKeyTest {

    private final RandomTokens random = new RandomTokens();

    private static AnswerKey key(String owner, String request) {
        return AnswerKey.of(owner, request.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sameAccountAndRequestOpenWhatTheySealed() throws Exception {
        var sealed = key("zoé", "request").seal("réponse", random);
        assertThat(key("zoé", "request").open(sealed)).isEqualTo("réponse");
        assertThat(key("zoé", "request").id()).isEqualTo(key("zoé", "request").id());
    }

    @Test
    void otherAccountNeitherFindsNorOpens() throws Exception {
        var sealed = key("zoé", "request").seal("réponse", random);
        assertThat(key("léa", "request").id())
                .isNotEqualTo(key("zoé", "request").id());
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> key("léa", "request").open(sealed));
    }

    @Test
    void accountAndRequestDoNotRunIntoEachOther() {
        assertThat(key("ab", "c").id()).isNotEqualTo(key("a", "bc").id());
    }
}
