package io.capitune.auth.session;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** The account as its owner sees and changes it. */
@QuarkusTest
@AuthTest
class OwnAccountTest {

    private static final String ME = "/api/users/me";

    @Inject
    Mails mails;

    @Inject
    People people;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void languageIsChangedAndIsInTheNextToken() {
        var browser = people.signedIn("language@own.exemple.fr");
        var answer = browser.patchJson(ME, "{\"locale\":\"en\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getString("locale")).isEqualTo("en");
        assertThat(Claims.of(browser.without("Authorization").token()).getString("locale"))
                .isEqualTo("en");
    }

    @Test
    void nothingToChangeChangesNothing() {
        var browser = people.signedIn("nothing@own.exemple.fr");
        assertThat(new JsonObject(browser.patchJson(ME, "{}").body()).getString("locale"))
                .isEqualTo("fr");
    }

    @Test
    void languageThatThereIsNotAndFieldsThatNobodyMayChangeAreRefused() {
        var browser = people.signedIn("refused@own.exemple.fr");
        assertThat(browser.patchJson(ME, "{\"locale\":\"de\"}").statusCode()).isEqualTo(422);
        for (var field : new String[] {"email", "id", "createdAt"}) {
            browser.patchJson(ME, "{\"%s\":\"x\",\"locale\":\"fr\"}".formatted(field));
        }
        browser.patchJson(ME, "{\"roles\":[\"admin\"],\"verified\":true}");
        var me = new JsonObject(browser.get(ME).body());
        assertThat(me.getString("email")).isEqualTo("refused@own.exemple.fr");
        assertThat(me.getJsonArray("roles")).containsExactly("candidate");
        assertThat(me.getBoolean("verified")).isFalse();
    }

    @Test
    void visitorsChangeNothing() {
        assertThat(new Browser().patchJson(ME, "{\"locale\":\"en\"}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void itSaysWhetherThereIsAPassword() {
        var browser = people.signedIn("password@own.exemple.fr");
        assertThat(new JsonObject(browser.get(ME).body()).getBoolean("hasPassword"))
                .isFalse();
        browser.choosePassword(PASSWORD);
        assertThat(new JsonObject(browser.get(ME).body()).getBoolean("hasPassword"))
                .isTrue();
    }

    @Test
    void languageIsChosenOnThePageWithoutScripts() {
        var browser = people.signedIn("page@own.exemple.fr");
        assertThat(browser.get("/account").body()).contains("action=\"/language\"", "aria-pressed=\"true\">Français");
        var answer = browser.postForm("/language", Map.of("locale", "en", "next", "/account"));
        assertThat(answer.headers().firstValue("Location")).contains("/account");
        browser.with("Authorization", browser.without("Authorization").token());
        assertThat(browser.get("/account").body()).contains("My account", "aria-pressed=\"true\">English");
    }

    @Test
    void apiClientOnASharedDeviceIsOutAfterHalfAnHourWithoutUse() {
        people.withPassword("shared@own.exemple.fr");
        var shared = login(true);
        var own = login(false);
        clock.forward(Duration.ofMinutes(20));
        var next = refresh(shared);
        assertThat(next).as("used meanwhile").isNotNull();
        clock.forward(Duration.ofMinutes(31));
        assertThat(refresh(next)).isNull();
        assertThat(refresh(own)).isNotNull();
    }

    private static String login(boolean shared) {
        var body = new JsonObject()
                .put("email", "shared@own.exemple.fr")
                .put("password", PASSWORD)
                .put("shared", shared);
        return new JsonObject(
                        new Browser().postJson("/api/auth/login", body.encode()).body())
                .getString("refreshToken");
    }

    /** The next refresh token; null where it is refused. */
    private static String refresh(String token) {
        var answer = new Browser()
                .postJson(
                        "/api/auth/refresh",
                        new JsonObject().put("refreshToken", token).encode());
        return answer.statusCode() == 200 ? new JsonObject(answer.body()).getString("refreshToken") : null;
    }
}
