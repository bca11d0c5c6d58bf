package io.capitune.platform.security;

import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class NoStoreTest {

    private static final String PERSON = TestTokens.user("u1", "candidate");
    private static final String ON_SHARED_DEVICE = TestTokens.userOnSharedDevice("u2");

    @Test
    void answerToAPersonOrAServiceIsKeptByNobody() {
        assertThat(cacheControl(PERSON, "/api/me")).isEqualTo("no-store");
        assertThat(cacheControl(PERSON, "/open/me")).isEqualTo("no-store");
        assertThat(cacheControl(TestTokens.service("pdf-worker"), "/internal/facts"))
                .isEqualTo("no-store");
    }

    @Test
    void resourceMayAllowMoreButNotOnASharedDevice() {
        assertThat(cacheControl(PERSON, "/open/kept")).isEqualTo("private, no-cache");
        assertThat(cacheControl(ON_SHARED_DEVICE, "/open/kept")).isEqualTo("no-store");
    }

    @Test
    void answerToAVisitorIsLeftAsItIs() {
        assertThat(given().get("/open/me").header("Cache-Control")).isNull();
        assertThat(given().get("/open/kept").header("Cache-Control")).isEqualTo("private, no-cache");
    }

    private static String cacheControl(String token, String path) {
        return given().auth().oauth2(token).get(path).header("Cache-Control");
    }
}
