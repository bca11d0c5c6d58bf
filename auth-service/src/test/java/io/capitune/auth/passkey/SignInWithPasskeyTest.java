package io.capitune.auth.passkey;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Crowd;
import io.capitune.auth.MovableClock;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.capitune.auth.passkey.Ceremonies.SIGN_IN;
import static io.capitune.auth.passkey.Ceremonies.add;
import static io.capitune.auth.passkey.Ceremonies.answer;
import static io.capitune.auth.passkey.Ceremonies.creation;
import static io.capitune.auth.passkey.Ceremonies.registered;
import static io.capitune.auth.passkey.Ceremonies.request;
import static io.capitune.auth.passkey.Ceremonies.signIn;
import static org.assertj.core.api.Assertions.assertThat;

/** Signing in with a passkey: the answer to a challenge, once, in the browser that asked. */
@QuarkusTest
@AuthTest
class SignInWithPasskeyTest {

    @Inject
    People people;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void passkeyIsBothStepsAtOnce() {
        var owner = people.signedIn("both@passkey.exemple.fr");
        var passkey = registered(owner);
        people.withApp("both@passkey.exemple.fr");

        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);
    }

    @Test
    void adminComesInByPasskeyAsAdmin() {
        var passkey = registered(people.signedIn("admin-passkey@passkey.exemple.fr"));
        people.become("admin-passkey@passkey.exemple.fr", "admin");
        var browser = new Browser();

        signIn(browser, passkey);

        assertThat(Claims.of(browser.token()).getJsonArray("roles")).containsExactly("admin");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBentSignsNobodyIn(Bent bent) {
        var passkey = bent.bend(registered(people.signedIn("bent@passkey.exemple.fr")));
        var browser = new Browser();

        var refused = signIn(browser, passkey);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("PASSKEY_REFUSED");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void everyRefusalReadsTheSame() {
        var passkey = registered(people.signedIn("same@passkey.exemple.fr"));
        var unknown = new SoftPasskey();
        unknown.create(creation(people.signedIn("same-unknown@passkey.exemple.fr")));

        var known = signIn(new Browser(), passkey.at("http://evil.example"));
        var other = signIn(new Browser(), unknown);

        assertThat(known.statusCode()).isEqualTo(other.statusCode());
        assertThat(known.body()).isEqualTo(other.body());
    }

    @Test
    void partsOfTheRightAnswerThatAreChangedAreRefused() {
        var passkey = registered(people.signedIn("changed@passkey.exemple.fr"));
        for (var part : List.of("clientDataJSON", "authenticatorData", "signature")) {
            var browser = new Browser();
            var answer = passkey.get(request(browser));
            var right = answer.getJsonObject("response").getString(part);
            var middle = right.length() / 2;
            var other = right.charAt(middle) == 'A' ? 'B' : 'A';
            answer.getJsonObject("response")
                    .put(part, right.substring(0, middle) + other + right.substring(middle + 1));
            assertThat(answer(browser, answer).statusCode()).as(part).isEqualTo(401);
        }
    }

    @Test
    void challengeIsGoodOnceAndOnlyWhereItWasAskedFor() {
        var passkey = registered(people.signedIn("challenge@passkey.exemple.fr"));
        var browser = new Browser();
        var options = request(browser);
        var answer = passkey.get(options);

        assertThat(answer(new Browser(), answer).statusCode())
                .as("another browser")
                .isEqualTo(401);
        assertThat(answer(browser, answer).statusCode()).isEqualTo(200);
        assertThat(answer(browser, answer).statusCode()).as("a replay").isEqualTo(401);
        assertThat(answer(browser, passkey.get(options)).statusCode())
                .as("signed anew")
                .isEqualTo(401);
    }

    @Test
    void challengeThatAWrongAnswerMetIsGone() {
        var passkey = registered(people.signedIn("burnt@passkey.exemple.fr"));
        var browser = new Browser();
        var options = request(browser);

        answer(browser, passkey.at("http://evil.example").get(options));

        assertThat(answer(browser, passkey.at("http://localhost:8080").get(options))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void challengeIsGoodForFiveMinutesAndForItsOwnCeremony() {
        var owner = people.signedIn("ceremony@passkey.exemple.fr");
        var passkey = registered(owner);
        var late = request(owner);
        var made = creation(owner);

        assertThat(answer(owner, passkey.get(made)).statusCode())
                .as("a challenge for adding one")
                .isEqualTo(401);
        clock.forward(Duration.ofMinutes(5));
        assertThat(answer(owner, passkey.get(late)).statusCode()).isEqualTo(401);
    }

    @Test
    void challengeNobodyGaveIsNone() {
        var passkey = registered(people.signedIn("invented@passkey.exemple.fr"));
        var invented = new JsonObject().put("challenge", "A".repeat(43));
        assertThat(answer(new Browser(), passkey.get(invented)).statusCode()).isEqualTo(401);
    }

    @Test
    void challengesOfOneNetworkAreLimited() {
        var browser = new Browser().with("X-Forwarded-For", "203.0.113.77");
        var statuses = IntStream.range(0, 201)
                .map(i -> browser.postJson(SIGN_IN + "/options", "{}").statusCode())
                .boxed()
                .toList();
        assertThat(statuses.subList(0, 200)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    @Test
    void ofAHundredUsesOfOneAnswerOneSignsIn() {
        var passkey = registered(people.signedIn("hundred-passkey@passkey.exemple.fr"));
        var browser = new Browser();
        var answer = passkey.get(request(browser));

        var statuses = Crowd.atOnce(100, () -> answer(browser, answer).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(99);
    }

    @Test
    void copyIsFoundByItsCounter() {
        var passkey = registered(people.signedIn("cloned@passkey.exemple.fr"));
        var atTheCopy = passkey.count();
        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);

        assertThat(signIn(new Browser(), passkey.countsFrom(atTheCopy)).statusCode())
                .as("the same count again")
                .isEqualTo(401);
        assertThat(signIn(new Browser(), passkey.countsFrom(40)).statusCode()).isEqualTo(200);
    }

    @Test
    void passkeyThatDoesNotCountIsFine() {
        var passkey = new SoftPasskey().withoutCounter();
        var owner = people.signedIn("no-count@passkey.exemple.fr");
        add(owner, passkey.create(creation(owner)), "Synchronisée");

        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);
        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);
    }

    @Test
    void credentialOfOneAccountOpensNoOther() {
        var mine = registered(people.signedIn("mine@passkey.exemple.fr"));
        people.signedIn("victim@passkey.exemple.fr");

        mine.saysItIs(CreationOptions.userHandle(people.id("victim@passkey.exemple.fr")));

        assertThat(signIn(new Browser(), mine).statusCode()).isEqualTo(401);
        assertThat(signIn(new Browser(), mine.saysItIs(null)).statusCode()).isEqualTo(401);
    }
}
