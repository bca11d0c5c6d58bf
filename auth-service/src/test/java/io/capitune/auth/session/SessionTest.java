package io.capitune.auth.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.platform.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class SessionTest {

    private static final String CHECK = "/internal/session";

    @Inject
    Mails mails;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void sessionIsHandedOnAsATokenThatSaysWhoItIs() {
        var browser = new Browser().signIn(mails, "claims@exemple.fr");
        var account = account("claims@exemple.fr");

        var token = browser.token();

        var claims = Claims.of(token);
        assertThat(claims.getString("iss")).isEqualTo("http://localhost:8080");
        assertThat(claims.getString("aud")).isEqualTo("capitune");
        assertThat(claims.getString("sub")).isEqualTo(account.getString("_id"));
        assertThat(claims.getJsonArray("roles")).containsExactly("candidate");
        assertThat(claims.getBoolean("email_verified")).isTrue();
        assertThat(claims.getString("locale")).isEqualTo("fr");
        assertThat(claims.getString("sid"))
                .isNotEqualTo(browser.cookie("session"))
                .hasSize(22);
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(300);
        assertThat(claims.encode()).doesNotContain("exemple.fr");
        assertThat(Claims.header(token).getString("alg")).isEqualTo("ES256");
        assertThat(Claims.header(token).getString("kid")).isNotBlank();
    }

    @Test
    void tokenOfASessionIsUsedAgainForAWhileButNotForLong() {
        var browser = new Browser().signIn(mails, "reuse@exemple.fr");
        var first = browser.token();
        assertThat(browser.token()).isEqualTo(first);
        clock.forward(Duration.ofSeconds(61));
        assertThat(browser.token()).isNotEqualTo(first);
    }

    @Test
    void visitorsAndDeadSessionsGoOnWithoutAToken() {
        var visitor = new Browser().get(CHECK);
        assertThat(visitor.statusCode()).isEqualTo(200);
        assertThat(visitor.headers().firstValue("Authorization")).isEmpty();

        var dead = new Browser();
        dead.plant("session", "A".repeat(43));
        assertThat(dead.get(CHECK).statusCode()).isEqualTo(200);
        assertThat(dead.token()).isEmpty();

        dead.plant("session", "{$gt:''}");
        assertThat(dead.get(CHECK).statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerHasAFreshRequestIdWhateverTheClientSent() {
        var browser = new Browser().with("X-Request-Id", "chosen-by-client");
        var first = browser.get(CHECK).headers().allValues("X-Request-Id");
        var second = browser.get(CHECK).headers().allValues("X-Request-Id");
        assertThat(first).hasSize(1).doesNotContain("chosen-by-client").isNotEqualTo(second);
    }

    @Test
    void ownBearerTokenIsEchoed() {
        var token = new Browser().signIn(mails, "bearer@exemple.fr").token();
        var response = new Browser().with("Authorization", token).get(CHECK);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Authorization")).contains(token);
    }

    @Test
    void forgedBearerTokensAreRefusedEvenBesideALiveSession() {
        var browser = new Browser().signIn(mails, "forged@exemple.fr");
        TestTokens.forged("service").forEach((wrong, token) -> {
            var response = browser.with("Authorization", "Bearer " + token).get(CHECK);
            assertThat(response.statusCode()).as(wrong).isEqualTo(401);
            assertThat(response.body()).as(wrong).contains("TOKEN_INVALID");
            assertThat(response.headers().firstValue("Authorization")).as(wrong).isEmpty();
        });
    }

    @Test
    void otherAuthorizationIsDroppedExceptOnTheWayToTheTokenEndpoint() {
        var browser = new Browser().with("Authorization", "Basic eDp5");
        assertThat(browser.get(CHECK).headers().firstValue("Authorization")).isEmpty();
        browser.with("X-Forwarded-Uri", "/api/auth/token");
        assertThat(browser.get(CHECK).headers().firstValue("Authorization")).contains("Basic eDp5");
        browser.with("X-Forwarded-Uri", "/api/auth/tokens");
        assertThat(browser.get(CHECK).headers().firstValue("Authorization")).isEmpty();
    }

    @Test
    void tokenThatIsOverIsNoReasonToRefuseTheNextOne() {
        TestTokens.forged("service").forEach((wrong, token) -> {
            var client = new Browser().with("Authorization", "Bearer " + token);
            var response = client.with("X-Forwarded-Uri", "/api/auth/refresh").get(CHECK);
            assertThat(response.statusCode()).as(wrong).isEqualTo(200);
            assertThat(response.headers().firstValue("Authorization")).as(wrong).isEmpty();
            assertThat(client.with("X-Forwarded-Uri", "/api/auth/refreshed")
                            .get(CHECK)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(401);
        });
    }

    @Test
    void cookieIsStoredOnlyAsItsHash() {
        var browser = new Browser().signIn(mails, "hashed@exemple.fr");
        var stored = new ArrayList<String>();
        database.getCollection("sessions").find().forEach(session -> stored.add(session.toJson()));
        assertThat(stored).isNotEmpty().noneMatch(it -> it.contains(browser.cookie("session")));
    }

    @Test
    void sessionEndsAfterAWeekWithoutUse() {
        var browser = new Browser().signIn(mails, "idle@exemple.fr");
        clock.forward(Duration.ofDays(6));
        assertThat(browser.token()).isNotEmpty();
        clock.forward(Duration.ofDays(6));
        assertThat(browser.token()).isNotEmpty();
        clock.forward(Duration.ofDays(7));
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void sessionEndsAfterThirtyDaysEvenIfUsed() {
        var browser = new Browser().signIn(mails, "absolute@exemple.fr");
        for (var week = 0; week < 5; week++) {
            clock.forward(Duration.ofDays(6).minusMinutes(1));
            assertThat(browser.token()).isNotEmpty();
        }
        clock.forward(Duration.ofMinutes(6));
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void useIsWrittenDownEveryFewMinutesOnly() {
        var browser = new Browser().signIn(mails, "touch@exemple.fr");
        var before = lastUsed("touch@exemple.fr");

        clock.forward(Duration.ofMinutes(4));
        browser.token();
        assertThat(lastUsed("touch@exemple.fr")).isEqualTo(before);

        clock.forward(Duration.ofMinutes(2));
        browser.token();
        assertThat(lastUsed("touch@exemple.fr")).isNotEqualTo(before);
    }

    @Test
    void logoutEndsTheSessionAndMayBeRepeated() {
        var browser = new Browser().signIn(mails, "logout@exemple.fr");
        var secret = browser.cookie("session");

        assertThat(browser.postJson("/api/auth/logout", "").statusCode()).isEqualTo(204);

        assertThat(browser.cookie("session")).isNull();
        browser.plant("session", secret);
        assertThat(browser.token()).isEmpty();
        assertThat(browser.postJson("/api/auth/logout", "").statusCode()).isEqualTo(204);
        assertThat(new Browser().postJson("/api/auth/logout", "").statusCode()).isEqualTo(204);
    }

    @Test
    void logoutByFormGoesHome() {
        var browser = new Browser().signIn(mails, "logout-form@exemple.fr");
        var response = browser.postForm("/logout", Map.of());
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void anotherSiteCannotSignOut() {
        var browser = new Browser().signIn(mails, "stay@exemple.fr");
        browser.with("Sec-Fetch-Site", "same-site");
        assertThat(browser.postForm("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.token()).isNotEmpty();
    }

    @Test
    void logoutInAnotherReplicaIsNoticedWithinSeconds() {
        var browser = new Browser().signIn(mails, "replica@exemple.fr");
        assertThat(browser.token()).isNotEmpty();
        var accountId = account("replica@exemple.fr").getString("_id");
        database.getCollection("sessions").deleteOne(Filters.eq("accountId", accountId));

        clock.forward(Duration.ofSeconds(5));

        assertThat(browser.token()).isEmpty();
    }

    @Test
    void languageIsKeptInCookieAndAccountAndInTheVeryNextToken() {
        var browser = new Browser().signIn(mails, "lang@exemple.fr");
        assertThat(Claims.of(browser.token()).getString("locale")).isEqualTo("fr");

        browser.with("Authorization", browser.token());
        var response = browser.postForm("/language", Map.of("locale", "en", "next", "/cv?x=1"));
        browser.without("Authorization");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/cv?x=1");
        assertThat(browser.cookie("lang")).isEqualTo("en");
        assertThat(Claims.of(browser.token()).getString("locale")).isEqualTo("en");
        assertThat(account("lang@exemple.fr").getString("locale")).isEqualTo("en");
    }

    @Test
    void languageOfAVisitorIsACookieAndLeadsToNoOtherSite() {
        var browser = new Browser();
        var response = browser.postForm("/language", Map.of("locale", "xx", "next", "https://evil.example"));
        assertThat(response.headers().firstValue("Location")).contains("/");
        assertThat(browser.cookie("lang")).isEqualTo("fr");
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("SameSite=Lax", "Max-Age=31536000");
    }

    private Document account(String email) {
        return database.getCollection("accounts")
                .find(Filters.eq("email", email))
                .first();
    }

    private Object lastUsed(String email) {
        return database.getCollection("sessions")
                .find(Filters.eq("accountId", account(email).getString("_id")))
                .first()
                .get("lastUsedAt");
    }
}
