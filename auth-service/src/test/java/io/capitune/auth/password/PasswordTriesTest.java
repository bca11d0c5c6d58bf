package io.capitune.auth.password;

import java.util.Date;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.People;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.seal.Sealer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How often a password may be tried, and whom somebody else's guesses hold up. */
@QuarkusTest
@AuthTest
class PasswordTriesTest {

    private static final String OTHER = "cinq girafes en train";

    @Inject
    People people;

    @Inject
    MongoDatabase database;

    @Inject
    Sealer sealer;

    private static int change(Browser browser, String current, String password) {
        var body = new JsonObject().put("current", current).put("password", password);
        return browser.postJson("/api/auth/change-password", body.encode()).statusCode();
    }

    private static int enter(Browser browser, String email, String password) {
        return browser.postForm("/login/password", Map.of("email", email, "password", password))
                .statusCode();
    }

    /** Strangers, each from a network of their own, who have used up the tries at the address. */
    private static void guessedAway(String email) {
        for (int i = 0; i < 5; i++) {
            assertThat(new Browser().login(email, "a guess").statusCode()).isEqualTo(401);
        }
        assertThat(new Browser().login(email, People.PASSWORD).statusCode()).isEqualTo(429);
    }

    /** Sixty give the free tries back, then the five that are free are taken. */
    @Test
    void rightPasswordsWithoutAPauseWaitAsGuessesDo() {
        people.withPassword("busy@pw.exemple.fr");
        for (int i = 0; i < 65; i++) {
            assertThat(new Browser()
                            .login("busy@pw.exemple.fr", People.PASSWORD)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(new Browser().login("busy@pw.exemple.fr", People.PASSWORD).statusCode())
                .isEqualTo(429);
    }

    @Test
    void impatienceAtOneAddressUsesUpNothingOfTheNetwork() {
        var network = new Browser();
        for (int i = 0; i < 150; i++) {
            network.login("impatient@pw.exemple.fr", "a guess");
        }
        assertThat(network.login("patient@pw.exemple.fr", "a guess").statusCode())
                .isEqualTo(401);
    }

    @Test
    void triesAreCountedExactlyAndARightPasswordPassesNoLimit() {
        people.withPassword("tries@pw.exemple.fr");
        var codes = Crowd.atOnce(
                20, () -> new Browser().login("tries@pw.exemple.fr", "a guess").statusCode());
        assertThat(codes).filteredOn(code -> code == 401).hasSize(5);
        assertThat(codes).filteredOn(code -> code == 429).hasSize(15);
        var right = new Browser().login("tries@pw.exemple.fr", People.PASSWORD);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void rightPasswordGivesTheFreeTriesBack() {
        people.withPassword("again@pw.exemple.fr");
        for (var round = 0; round < 3; round++) {
            for (var i = 0; i < 4; i++) {
                assertThat(new Browser().login("again@pw.exemple.fr", "wrong").statusCode())
                        .isEqualTo(401);
            }
            assertThat(new Browser()
                            .login("again@pw.exemple.fr", People.PASSWORD)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void browserThatTheAccountKnowsIsNotHeldUpByStrangers() {
        var browser = people.withPassword("held@pw.exemple.fr").without("Authorization");
        guessedAway("held@pw.exemple.fr");

        assertThat(enter(browser, "held@pw.exemple.fr", People.PASSWORD)).isEqualTo(303);

        assertThat(enter(new Browser(), "held@pw.exemple.fr", People.PASSWORD))
                .as("its tries give strangers none")
                .isEqualTo(429);
    }

    @Test
    void programThatTheAccountKnowsIsAStrangerAsItHasNoSecret() {
        people.withPassword("client@pw.exemple.fr");
        var client = new Browser().with("User-Agent", "capitune-client/1");
        assertThat(client.login("client@pw.exemple.fr", People.PASSWORD).statusCode())
                .isEqualTo(200);
        guessedAway("client@pw.exemple.fr");

        assertThat(client.login("client@pw.exemple.fr", "a guess").statusCode())
                .as("else anybody in its network would learn that there is such an account")
                .isEqualTo(429);
    }

    @Test
    void networkThatGuessesTooMuchHoldsUpNoBrowserThatTheAccountKnows() {
        var browser = people.withPassword("school@pw.exemple.fr").without("Authorization");
        var network = "203.0.113.77";
        browser.with("X-Forwarded-For", network);
        var pupil = new Browser().with("X-Forwarded-For", network);
        guessedFrom(network, 99);
        assertThat(pupil.login("pupil@pw.exemple.fr", "a guess").statusCode()).isEqualTo(401);
        var answer = pupil.login("school@pw.exemple.fr", People.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 20L);

        assertThat(enter(browser, "school@pw.exemple.fr", People.PASSWORD)).isEqualTo(303);
        var inside = browser.with("Authorization", browser.token());
        assertThat(change(inside, People.PASSWORD, OTHER)).isEqualTo(204);
    }

    @Test
    void waitsOfANetworkGrowAndAreToldAlikeForEveryAddress() {
        people.withPassword("waits@pw.exemple.fr");
        var network = "203.0.113.78";
        var pupil = new Browser().with("X-Forwarded-For", network);
        guessedFrom(network, 102);
        assertThat(pupil.login("pupil-waits@pw.exemple.fr", "a guess").statusCode())
                .isEqualTo(401);

        var known = pupil.postForm("/login/password", Map.of("email", "waits@pw.exemple.fr", "password", "a guess"));
        var unknown = pupil.postForm("/login/password", Map.of("email", "w@pw.exemple.fr", "password", "a guess"));

        for (var answer : List.of(known, unknown)) {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body())
                    .containsPattern(
                            "Trop d’essais\\. Réessayez dans (60|[45]\\d) s, ou recevez un lien par e-mail\\.");
        }
        assertThat(pupil.with("Accept-Language", "en")
                        .postForm("/login/password", Map.of("email", "w@pw.exemple.fr", "password", "a guess"))
                        .body())
                .containsPattern("Too many tries\\. Try again in (60|[45]\\d) s, or get a link by e-mail\\.");
    }

    @Test
    void signInsOfANetworkCostItNothingAndGiveItsGuessesNothing() {
        people.withPassword("insider@pw.exemple.fr");
        var network = "2001:db8:7:7::1";
        var insider = new Browser().with("X-Forwarded-For", network);
        guessedFrom(network, 98);
        for (var i = 0; i < 5; i++) {
            assertThat(insider.login("insider@pw.exemple.fr", People.PASSWORD).statusCode())
                    .isEqualTo(200);
        }
        insider.with("X-Forwarded-For", "2001:db8:7:7:ffff::2");
        for (var i = 0; i < 2; i++) {
            assertThat(insider.login("victim-" + i + "@pw.exemple.fr", "a guess")
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(insider.login("insider@pw.exemple.fr", People.PASSWORD).statusCode())
                .as("its own account is no way past the wait")
                .isEqualTo(429);
    }

    /** So many wrong passwords came from that network a moment ago. */
    private void guessedFrom(String network, int tries) {
        var key = sealer.mac("password-source", SourceNetwork.of(network).value());
        var now = new Date();
        database.getCollection("password_tries")
                .insertOne(new Document("_id", key)
                        .append("count", tries)
                        .append("since", now)
                        .append("nextAt", now)
                        .append("forgottenAt", new Date(now.getTime() + 3_600_000)));
    }

    @Test
    void whoIsSignedInChangesThePasswordWhateverStrangersTry() {
        var browser = people.withPassword("inside@pw.exemple.fr");
        guessedAway("inside@pw.exemple.fr");

        assertThat(change(browser, People.PASSWORD, OTHER)).isEqualTo(204);
    }

    @Test
    void browserThatTheAccountKnowsHasItsTriesCountedAlike() {
        var browser = people.withPassword("known-guesser@pw.exemple.fr").without("Authorization");
        for (int i = 0; i < 5; i++) {
            assertThat(enter(browser, "known-guesser@pw.exemple.fr", "a guess")).isEqualTo(422);
        }
        assertThat(enter(browser, "known-guesser@pw.exemple.fr", People.PASSWORD))
                .isEqualTo(429);
    }

    @Test
    void browserThatAnotherAccountKnowsIsAStranger() {
        var neighbour = people.withPassword("neighbour@pw.exemple.fr").without("Authorization");
        people.withPassword("beside@pw.exemple.fr");
        guessedAway("beside@pw.exemple.fr");

        assertThat(enter(neighbour, "beside@pw.exemple.fr", People.PASSWORD)).isEqualTo(429);
        assertThat(enter(neighbour, "nobody-beside@pw.exemple.fr", People.PASSWORD))
                .isEqualTo(422);
    }

    @Test
    void sessionThatIsLeftOpenBearsNoMoreGuessesThanAnAddress() {
        var left = people.withPassword("left-open@pw.exemple.fr");
        for (int i = 0; i < 5; i++) {
            assertThat(change(left, "a guess", OTHER)).isEqualTo(422);
        }
        assertThat(change(left, People.PASSWORD, OTHER)).isEqualTo(429);
    }
}
