package io.capitune.auth.admission;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.MovableClock;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.admission.AppOwners.step;
import static org.assertj.core.api.Assertions.assertThat;

/** Whom the guesses of somebody hold up who has the password and not the app. */
@QuarkusTest
@AuthTest
class GuessesTest {

    private static final String CHANGE = "/api/auth/second-factor/recovery-codes";

    @Inject
    People people;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    /** Asked for the second step, after the password. */
    private static Browser asked(Browser browser, String email) {
        var form = Map.of("email", email, "password", People.PASSWORD);
        var answer = browser.without("Authorization").postForm("/login/password", form);
        assertThat(Browser.location(answer)).isEqualTo("/login/second");
        return browser;
    }

    /** A browser in which the owner has made the second step. */
    private Browser owners(String email, AuthenticatorApp app) {
        var browser = asked(new Browser(), email);
        assertThat(step(browser, app.code()).statusCode()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(30));
        return browser;
    }

    private static void guess(Browser browser, AuthenticatorApp app) {
        for (var i = 0; i < 5; i++) {
            assertThat(step(browser, app.wrongCode()).statusCode()).isEqualTo(422);
        }
    }

    /** Somebody with the password has used up the account's tries of the minute. */
    private static void guessedAway(String email, AuthenticatorApp app) {
        var stranger = asked(new Browser(), email);
        for (var i = 0; i < 5; i++) {
            step(stranger, app.wrongCode());
        }
        assertThat(step(asked(new Browser(), email), app.code()).statusCode())
                .as("a stranger's try, whatever the code")
                .isEqualTo(429);
    }

    private static int change(Browser browser, String code) {
        return browser.postJson(CHANGE, "{\"code\":\"" + code + "\"}").statusCode();
    }

    @Test
    void browserInWhichASecondStepWasMadeIsNotHeldUpByStrangers() {
        people.withPassword("held@guess.exemple.fr");
        var app = people.withApp("held@guess.exemple.fr");
        var browser = owners("held@guess.exemple.fr", app);
        guessedAway("held@guess.exemple.fr", app);

        assertThat(step(asked(browser, "held@guess.exemple.fr"), app.code()).statusCode())
                .isEqualTo(200);

        assertThat(step(asked(new Browser(), "held@guess.exemple.fr"), app.code(Duration.ofSeconds(30)))
                        .statusCode())
                .as("its right code gives strangers no tries")
                .isEqualTo(429);
    }

    @Test
    void itsGuessesTakeNoneOfTheAccountsTries() {
        people.withPassword("apart@guess.exemple.fr");
        var app = people.withApp("apart@guess.exemple.fr");
        guess(asked(owners("apart@guess.exemple.fr", app), "apart@guess.exemple.fr"), app);

        assertThat(step(asked(new Browser(), "apart@guess.exemple.fr"), app.code())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void browserInWhichOneWasMadeHasItsTriesCountedAlike() {
        people.withPassword("guesser@guess.exemple.fr");
        var app = people.withApp("guesser@guess.exemple.fr");
        var browser = owners("guesser@guess.exemple.fr", app);
        guess(asked(browser, "guesser@guess.exemple.fr"), app);

        assertThat(step(asked(browser, "guesser@guess.exemple.fr"), app.code()).statusCode())
                .isEqualTo(429);
    }

    @Test
    void browserThatKnowsThePasswordAloneIsAStrangerHoweverWellKnown() {
        var browser = people.withPassword("before@guess.exemple.fr");
        var app = people.withApp("before@guess.exemple.fr");
        guessedAway("before@guess.exemple.fr", app);

        assertThat(step(asked(browser, "before@guess.exemple.fr"), app.code()).statusCode())
                .as("else many browsers, let in before there was an app, had as many tries each")
                .isEqualTo(429);
    }

    @Test
    void browserOfAnotherAccountsSecondStepIsAStranger() {
        people.withPassword("neighbour@guess.exemple.fr");
        var neighbour = owners("neighbour@guess.exemple.fr", people.withApp("neighbour@guess.exemple.fr"));
        people.withPassword("beside@guess.exemple.fr");
        var app = people.withApp("beside@guess.exemple.fr");
        guessedAway("beside@guess.exemple.fr", app);

        assertThat(step(asked(neighbour, "beside@guess.exemple.fr"), app.code()).statusCode())
                .isEqualTo(429);
    }

    @Test
    void whoCameInWithASecondStepChangesTheAppWhateverStrangersTry() {
        people.withPassword("inside@guess.exemple.fr");
        var app = people.withApp("inside@guess.exemple.fr");
        var browser = owners("inside@guess.exemple.fr", app);
        browser.with("Authorization", browser.token());
        guessedAway("inside@guess.exemple.fr", app);

        assertThat(change(browser, app.code())).isEqualTo(200);
        for (var i = 0; i < 4; i++) {
            assertThat(change(browser, app.wrongCode())).isEqualTo(422);
        }
        assertThat(change(browser, app.wrongCode())).as("as many as others").isEqualTo(429);
    }

    @Test
    void sessionThatIsOlderThanTheAppSharesTheTriesOfStrangers() {
        var browser = people.withPassword("older@guess.exemple.fr");
        var app = people.withApp("older@guess.exemple.fr");
        guessedAway("older@guess.exemple.fr", app);

        assertThat(change(browser, app.code())).isEqualTo(429);
    }
}
