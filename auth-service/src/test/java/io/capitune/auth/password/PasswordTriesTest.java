package io.capitune.auth.password;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How often a password may be tried, and whom somebody else's guesses hold up. */
@QuarkusTest
@AuthTest
class PasswordTriesTest {

    private static final String PASSWORD = "trois girafes à vélo";
    private static final String OTHER = "cinq girafes en train";

    @Inject
    People people;

    /** Signed in to an account that has chosen the password. */
    private Browser withPassword(String email) {
        var browser = people.signedIn(email);
        assertThat(change(browser, null, PASSWORD)).isEqualTo(204);
        return browser;
    }

    private static int change(Browser browser, String current, String password) {
        var body = new JsonObject().put("current", current).put("password", password);
        return browser.postJson("/api/auth/change-password", body.encode()).statusCode();
    }

    private static HttpResponse<String> login(Browser client, String email, String password) {
        return client.postJson(
                "/api/auth/login",
                new JsonObject().put("email", email).put("password", password).encode());
    }

    private static int enter(Browser browser, String email, String password) {
        return browser.postForm("/login/password", Map.of("email", email, "password", password))
                .statusCode();
    }

    /** Strangers, each from a network of their own, who have used up the tries at the address. */
    private static void guessedAway(String email) {
        for (int i = 0; i < 5; i++) {
            assertThat(login(new Browser(), email, "a guess").statusCode()).isEqualTo(401);
        }
        assertThat(login(new Browser(), email, PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void triesAreCountedExactlyAndARightPasswordPassesNoLimit() throws Exception {
        withPassword("tries@pw.exemple.fr");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> login(new Browser(), "tries@pw.exemple.fr", "wrong " + i)
                            .statusCode()))
                    .toList();
            var codes = answers.stream().map(PasswordTriesTest::result).toList();
            assertThat(codes).filteredOn(code -> code == 401).hasSize(5);
            assertThat(codes).filteredOn(code -> code == 429).hasSize(15);
        }
        var right = login(new Browser(), "tries@pw.exemple.fr", PASSWORD);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
    }

    private static int result(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void rightPasswordGivesTheFreeTriesBack() {
        withPassword("again@pw.exemple.fr");
        for (var round = 0; round < 3; round++) {
            for (var i = 0; i < 4; i++) {
                assertThat(login(new Browser(), "again@pw.exemple.fr", "wrong").statusCode())
                        .isEqualTo(401);
            }
            assertThat(login(new Browser(), "again@pw.exemple.fr", PASSWORD).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void browserThatTheAccountKnowsIsNotHeldUpByStrangers() {
        var browser = withPassword("held@pw.exemple.fr").without("Authorization");
        guessedAway("held@pw.exemple.fr");

        assertThat(enter(browser, "held@pw.exemple.fr", PASSWORD)).isEqualTo(303);

        assertThat(enter(new Browser(), "held@pw.exemple.fr", PASSWORD))
                .as("its tries give strangers none")
                .isEqualTo(429);
    }

    @Test
    void clientThatTheAccountKnowsIsNotHeldUpByStrangers() {
        withPassword("client@pw.exemple.fr");
        var client = new Browser().with("User-Agent", "capitune-client/1");
        assertThat(login(client, "client@pw.exemple.fr", PASSWORD).statusCode()).isEqualTo(200);
        guessedAway("client@pw.exemple.fr");

        assertThat(login(client, "client@pw.exemple.fr", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsSignedInChangesThePasswordWhateverStrangersTry() {
        var browser = withPassword("inside@pw.exemple.fr");
        guessedAway("inside@pw.exemple.fr");

        assertThat(change(browser, PASSWORD, OTHER)).isEqualTo(204);
    }

    @Test
    void browserThatTheAccountKnowsHasItsTriesCountedAlike() {
        var browser = withPassword("known-guesser@pw.exemple.fr").without("Authorization");
        for (int i = 0; i < 5; i++) {
            assertThat(enter(browser, "known-guesser@pw.exemple.fr", "a guess")).isEqualTo(422);
        }
        assertThat(enter(browser, "known-guesser@pw.exemple.fr", PASSWORD)).isEqualTo(429);
    }

    @Test
    void browserThatAnotherAccountKnowsIsAStranger() {
        var neighbour = withPassword("neighbour@pw.exemple.fr").without("Authorization");
        withPassword("beside@pw.exemple.fr");
        guessedAway("beside@pw.exemple.fr");

        assertThat(enter(neighbour, "beside@pw.exemple.fr", PASSWORD)).isEqualTo(429);
        assertThat(enter(neighbour, "nobody-beside@pw.exemple.fr", PASSWORD)).isEqualTo(422);
    }

    @Test
    void sessionThatIsLeftOpenBearsNoMoreGuessesThanAnAddress() {
        var left = withPassword("left-open@pw.exemple.fr");
        for (int i = 0; i < 5; i++) {
            assertThat(change(left, "a guess", OTHER)).isEqualTo(422);
        }
        assertThat(change(left, PASSWORD, OTHER)).isEqualTo(429);
    }
}
