package io.capitune.auth.provider;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** The way to a real OpenID provider and back: who may begin it, and which answer is taken. */
@QuarkusTest
@AuthTest
@WithTestResource(ProvidersResource.class)
class ProviderVisitTest {

    @Inject
    Notices notices;

    @Inject
    People people;

    @Inject
    StoredIdentities identities;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void buttonsStandWhereOneSignsInAndRegisters() {
        assertThat(new Browser().get("/login?next=/cv").body())
                .contains("formaction=\"/login/with/google\"", "Continuer avec Google")
                .contains("formaction=\"/login/with/company\"", "Continuer avec Ma Société &amp; Cie");
        assertThat(new Browser().with("Accept-Language", "en").get("/register").body())
                .contains("formaction=\"/login/with/google\"", "Continue with Google", "name=\"shared\"");
    }

    @Test
    void anotherSiteSendsNobodyOnTheWay() {
        var forced = new Browser().with("Sec-Fetch-Site", "cross-site").postForm("/login/with/google", Map.of());
        assertThat(forced.statusCode()).isEqualTo(403);
        assertThat(new Browser().get("/login/with/google").statusCode()).isEqualTo(405);
    }

    @Test
    void providerThatIsAwayLeavesTheOtherWaysIn() {
        var refused = new Browser().postForm("/login/with/away", Map.of("next", "/cv", "shared", "true"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body())
                .contains("Away ne répond pas comme prévu", "href=\"/login?next=%2Fcv\"")
                .contains("name=\"shared\" value=\"true\"");
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void providersThatAreNotConfiguredAreNotThere() {
        assertThat(new Browser().postForm("/login/with/facebook", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(new Browser()
                        .get("/login/with/facebook/callback?code=a&state=b")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneNetworkBeginsOnlySoManyWays() {
        var browser = new Browser().with("X-Forwarded-For", "203.0.113.77");
        for (var i = 0; i < ProvidersResource.STARTS; i++) {
            Visit.begin(browser, "google");
        }
        assertThat(browser.postForm("/login/with/google", Map.of()).statusCode())
                .isEqualTo(429);
    }

    @Test
    void wayThereCarriesNothingThatIsStored() {
        var asked = Visit.begin(new Browser(), "google").asked();
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/login/with/google/callback");
        assertThat(asked.get("scope").split(" ")).containsExactlyInAnyOrder("openid", "email");
        for (var stored : database.getCollection("provider_sign_ins").find()) {
            assertThat(stored.toJson())
                    .doesNotContain(asked.get("state"))
                    .doesNotContain(asked.get("nonce"))
                    .doesNotContain(asked.get("code_challenge"));
        }
    }

    @Test
    void answerPlantedInAnotherBrowserSignsNobodyIn() {
        var attacker = new Browser();
        var answer = Visit.begin(attacker, "google").as("attacker", "attacker@provider.exemple.fr", "true");
        var victim = new Browser();
        Visit.begin(victim, "google");

        assertThat(victim.get(answer).statusCode()).isEqualTo(410);
        assertThat(new Browser().get(answer).statusCode()).isEqualTo(410);
        assertThat(victim.token()).isEmpty();
        assertThat(attacker.get(answer).statusCode())
                .as("nor does that spoil it where it belongs")
                .isEqualTo(303);
    }

    @Test
    void answerOfOneProviderIsNoneOfAnother() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("mixed", "mixed@provider.exemple.fr", "true");
        assertThat(browser.get(answer.replace("/google/", "/company/")).statusCode())
                .isEqualTo(410);
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void answerThatNamesAnotherIssuerIsRefused() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("mixed-up", "mixed-up@provider.exemple.fr", "true");
        var back = browser.get(answer.replaceAll("iss=[^&]+", "iss=https%3A%2F%2Fevil.example"));
        assertThat(back.statusCode()).isEqualTo(503);
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void answerWithoutItsIssuerIsRefusedWhereTheProviderSaysThatItNamesItself() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("unnamed", "unnamed@provider.exemple.fr", "true");
        assertThat(browser.get(answer.replaceAll("&?iss=[^&]+", "")).statusCode())
                .isEqualTo(503);
    }

    @Test
    void answerIsGoodForTenMinutes() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("late", "late@provider.exemple.fr", "true");
        clock.forward(Duration.ofMinutes(10));
        assertThat(browser.get(answer).statusCode()).isEqualTo(410);
    }

    @Test
    void ofAHundredUsesOfAnAnswerAtOnceOneOpensASession() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("hundred", "hundred@provider.exemple.fr", "true");

        var results = Crowd.atOnce(100, () -> browser.get(answer).statusCode());

        assertThat(results).filteredOn(it -> it == 303).hasSize(1);
        assertThat(results).filteredOn(it -> it == 410).hasSize(99);
        var id = people.id("hundred@provider.exemple.fr");
        assertThat(database.getCollection("sessions").countDocuments(eq("accountId", id)))
                .isEqualTo(1);
    }

    @Test
    void firstSignInsAtOnceAreAllInAndLinkOnce() {
        var comingBack = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> {
                    var browser = new Browser();
                    var answer = Visit.begin(browser, "google").as("eager", "eager@provider.exemple.fr", "true");
                    return () -> browser.get(answer).statusCode();
                })
                .toList();

        var results = Crowd.atOnce(comingBack);

        assertThat(results).hasSize(8).containsOnly(303);
        assertThat(identities.of(people.id("eager@provider.exemple.fr"))).hasSize(1);
        assertThat(notices.kinds("eager@provider.exemple.fr"))
                .filteredOn(kind -> !kind.equals("new-device"))
                .containsExactly("provider-linked");
    }
}
