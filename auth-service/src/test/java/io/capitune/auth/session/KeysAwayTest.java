package io.capitune.auth.session;

import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** As long as a process has not read its keys, as after a start while MongoDB is away, nobody's token is called invalid. */
@QuarkusTest
@AuthTest
@TestProfile(KeysAwayTest.NoKeys.class)
class KeysAwayTest {

    public static class NoKeys implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.jwks-path", "http://127.0.0.1:1/jwks.json");
        }
    }

    @Inject
    Mails mails;

    @Test
    void tokenThatCannotBeJudgedIsToldSo() {
        var token = new Browser().signIn(mails, "keys-away@exemple.fr").token();
        var program = new Browser().with("Authorization", token).get("/internal/session");
        assertThat(program.statusCode()).isEqualTo(503);
        assertThat(program.body()).contains("\"code\":\"UNAVAILABLE\"");
    }
}
