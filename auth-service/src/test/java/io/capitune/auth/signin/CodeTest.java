package io.capitune.auth.signin;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.platform.random.Hashes;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class CodeTest {

    @Inject
    Mails mails;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @Inject
    Codes codes;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void codeSignsInWhereItWasAskedFor() {
        var browser = new Browser();
        var mail = ask(browser, "code@exemple.fr");

        var response =
                type(browser, mail.code().substring(0, 3) + " " + mail.code().substring(3));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"next\":\"/cv\"}");
        assertThat(browser.token()).startsWith("Bearer ");
        assertThat(browser.get(mail.path()).statusCode()).isEqualTo(410);
    }

    @Test
    void elsewhereTheCodeIsWorthNothing() {
        var mail = ask(new Browser(), "elsewhere@exemple.fr");

        var stranger = type(new Browser(), mail.code());
        assertThat(stranger.statusCode()).isEqualTo(410);
        assertThat(stranger.body()).contains("SIGNIN_EXPIRED");
    }

    @Test
    void fiveWrongCodesEndTheTriesButNotTheLink() {
        var browser = new Browser();
        var mail = ask(browser, "tries@exemple.fr");

        for (var i = 0; i < 5; i++) {
            assertThat(type(browser, mail.wrongCode()).statusCode()).isEqualTo(422);
        }
        var sixth = type(browser, mail.code());

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("CODE_TRIES_REACHED");
        assertThat(browser.get(mail.path()).statusCode()).isEqualTo(303);
    }

    @Test
    void addressBearsSoManyGuessesADayAndItsLinksGoOnWorking() {
        for (var i = 0; i < 2; i++) {
            var guesser = new Browser();
            var mail = ask(guesser, "guessed-all-day@exemple.fr");
            IntStream.range(0, 5)
                    .forEach(guess -> assertThat(type(guesser, mail.wrongCode()).statusCode())
                            .isEqualTo(422));
        }
        var owner = new Browser();
        var mail = ask(owner, "guessed-all-day@exemple.fr");
        IntStream.range(0, 2)
                .forEach(guess ->
                        assertThat(type(owner, mail.wrongCode()).statusCode()).isEqualTo(422));

        assertThat(type(owner, mail.code()).body()).contains("CODE_TRIES_REACHED");
        assertThat(owner.get(mail.path()).statusCode()).isEqualTo(303);
    }

    @Test
    void browserThatTheAccountKnowsHasTriesOfItsOwn() {
        var known = new Browser().signIn(mails, "known-browser@exemple.fr").cookie("device");
        for (var i = 0; i < 3; i++) {
            var guesser = new Browser();
            var mail = ask(guesser, "known-browser@exemple.fr");
            IntStream.range(0, 5).forEach(guess -> type(guesser, mail.wrongCode()));
        }
        var owner = new Browser();
        owner.plant("device", known);
        var mail = ask(owner, "known-browser@exemple.fr");

        assertThat(type(owner, mail.wrongCode()).statusCode()).isEqualTo(422);
        assertThat(type(owner, mail.code()).statusCode()).isEqualTo(200);
        var elsewhere = new Browser();
        assertThat(type(elsewhere, ask(elsewhere, "known-browser@exemple.fr").code())
                        .body())
                .contains("CODE_TRIES_REACHED");
    }

    @Test
    void codesThatWereNeverMailedUseUpNothing() {
        var owner = new Browser();
        var mail = ask(owner, "suppressed@exemple.fr");
        for (var i = 1; i < 10; i++) {
            ask(new Browser(), "suppressed@exemple.fr");
        }
        for (var i = 0; i < 3; i++) {
            var guesser = new Browser();
            ask(guesser, "suppressed@exemple.fr");
            IntStream.range(0, 5)
                    .forEach(guess ->
                            assertThat(type(guesser, "123456").statusCode()).isEqualTo(422));
        }

        assertThat(type(owner, mail.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void simultaneousGuessesGetNoMoreThanFiveTries() {
        var browser = new Browser();
        var mail = ask(browser, "flood@exemple.fr");

        var statuses = Crowd.atOnce(50, () -> type(browser, mail.wrongCode()).statusCode());

        assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(45);
    }

    @Test
    void strangersWrongCodesCostTheOwnerNothing() {
        var owner = new Browser();
        var mail = ask(owner, "victim@exemple.fr");
        var stranger = new Browser();
        ask(stranger, "victim@exemple.fr");

        for (var i = 0; i < 6; i++) {
            type(stranger, "123456");
        }

        assertThat(type(owner, mail.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void codeOfAnEarlierMailOfTheSameBrowserWorks() {
        var browser = new Browser();
        var first = ask(browser, "first@exemple.fr");
        ask(browser, "second@exemple.fr");

        assertThat(type(browser, first.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void codeOfTheOnlyMailWorksHoweverOftenItWasAskedFor() {
        var browser = new Browser();
        for (var i = 0; i < 12; i++) {
            ask(browser, "impatient@exemple.fr");
        }
        assertThat(mails.to("impatient@exemple.fr")).hasSize(1);
        var mail = mails.latest("impatient@exemple.fr");

        assertThat(type(browser, mail.wrongCode()).body()).contains("tries left: 4");
        assertThat(type(browser, mail.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasNeverMailedIsNeverCompleted() {
        for (var i = 0; i < 10; i++) {
            ask(new Browser(), "capped@exemple.fr");
        }
        var guesser = new Browser();
        ask(guesser, "capped@exemple.fr");
        var suppressed = database.getCollection("sign_ins")
                .find(and(eq("email", "capped@exemple.fr"), eq("mailed", false)))
                .first();
        assertThat(suppressed).isNotNull();
        var id = suppressed.getString("_id");
        database.getCollection("sign_ins")
                .updateOne(
                        eq(id),
                        combine(set("codeMac", codes.mac(id, "123456")), set("tokenHash", Hashes.sha256("guessed"))));

        assertThat(guesser.get("/login/code").body()).contains("capped@exemple.fr");
        assertThat(type(guesser, "123456").body()).contains("tries left: 4");
        assertThat(guesser.get("/api/auth/callback/email?token=guessed").statusCode())
                .isEqualTo(410);
        assertThat(guesser.cookie("session")).isNull();
    }

    @Test
    void codeIsGoodForTenMinutes() {
        var browser = new Browser();
        var mail = ask(browser, "slow@exemple.fr");
        clock.forward(Duration.ofMinutes(10));
        assertThat(type(browser, mail.code()).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "١٢٣٤٥٦", "{$ne:1}"})
    void whatCannotBeACodeCostsNoTry(String typed) {
        var browser = new Browser();
        var mail = ask(browser, "shape" + typed.hashCode() + "@exemple.fr");

        for (var i = 0; i < 6; i++) {
            assertThat(type(browser, typed).statusCode()).isEqualTo(422);
        }

        assertThat(type(browser, mail.code()).statusCode()).isEqualTo(200);
    }

    private Mails.Mail ask(Browser browser, String email) {
        browser.postJson("/api/auth/signin/email", "{\"email\":\"%s\",\"next\":\"/cv\"}".formatted(email));
        return mails.latest(email);
    }

    private static HttpResponse<String> type(Browser browser, String code) {
        return browser.postJson("/api/auth/signin/code", "{\"code\":\"" + code + "\"}");
    }
}
