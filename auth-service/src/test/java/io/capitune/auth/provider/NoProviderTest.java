package io.capitune.auth.provider;

import java.util.Map;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What there is where no provider is configured: nothing. */
@QuarkusTest
@AuthTest
class NoProviderTest {

    @Test
    void noPageHasAButtonAndNoPathLeadsAnywhere() {
        assertThat(new Browser().get("/login").body()).doesNotContain("/login/with/");
        assertThat(new Browser().get("/register").body()).doesNotContain("/login/with/");
        assertThat(new Browser().postForm("/login/with/google", Map.of()).statusCode())
                .isEqualTo(404);
    }
}
