package io.capitune.auth.admission;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.Mails;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.auth.account.Account;
import io.capitune.auth.factor.Guesser;
import io.capitune.auth.factor.SecondStep;
import io.capitune.auth.factor.StepResult;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.admission.AppOwners.SECOND;
import static io.capitune.auth.admission.AppOwners.step;
import static org.assertj.core.api.Assertions.assertThat;

/** The codes of an app and the recovery codes: each once, and few tries. */
@QuarkusTest
@AuthTest
class SecondStepTest {

    private static final Guesser SOMEBODY = Guesser.stranger("192.0.2.1");

    @Inject
    People people;

    @Inject
    AppOwners owners;

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    SecondStep secondStep;

    @Inject
    Transactions transactions;

    @Test
    void codeOfTheAppWorksOnce() {
        var app = owners.withApp("replay@step.exemple.fr");
        var code = app.code();
        assertThat(step(people.atSecondStep("replay@step.exemple.fr"), code).statusCode())
                .isEqualTo(200);

        var overheard = people.atSecondStep("replay@step.exemple.fr");

        assertThat(step(overheard, code).body()).contains("CODE_WRONG");
        assertThat(step(overheard, app.code(Duration.ofSeconds(-30))).body())
                .as("nor does an earlier one")
                .contains("CODE_WRONG");
        assertThat(step(overheard, app.code(Duration.ofSeconds(30))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void ofAHundredUsesOfACodeAtOnceOneSucceeds() {
        var app = owners.withApp("hundred@step.exemple.fr");
        var account = owners.account("hundred@step.exemple.fr");
        var code = app.code();

        var results = Crowd.atOnce(100, () -> unlimited(account, code));

        assertThat(results).filteredOn(it -> it).hasSize(1);
    }

    @Test
    void ofAHundredUsesOfARecoveryCodeAtOnceOneSucceeds() {
        owners.withApp("hundred-recovery@step.exemple.fr");
        var code = owners.recoveryCodes("hundred-recovery@step.exemple.fr").getFirst();
        var account = owners.account("hundred-recovery@step.exemple.fr");

        var results = Crowd.atOnce(100, () -> unlimited(account, code));

        assertThat(results).filteredOn(it -> it).hasSize(1);
        assertThat(notices.kinds("hundred-recovery@step.exemple.fr"))
                .containsExactly("recovery-codes-renewed", "recovery-code-used");
    }

    @Test
    void recoveryCodeStandsInOnceAndIsTold() {
        owners.withApp("recovery@step.exemple.fr");
        var code = owners.recoveryCodes("recovery@step.exemple.fr").getFirst();
        var first = people.atSecondStep("recovery@step.exemple.fr");

        var typed = code.toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(first.postJson(SECOND, "{\"recoveryCode\":\"" + typed + "\"}")
                        .statusCode())
                .isEqualTo(200);

        var second = people.atSecondStep("recovery@step.exemple.fr");
        assertThat(second.postJson(SECOND, "{\"recoveryCode\":\"" + code + "\"}")
                        .body())
                .contains("CODE_WRONG");
        assertThat(notices.to("recovery@step.exemple.fr"))
                .filteredOn(letter -> letter.getString("kind").equals("recovery-code-used"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getJsonObject("details").getString("left"))
                        .isEqualTo("9"));
    }

    @Test
    void whatIsNoCodeCostsNoTry() {
        owners.withApp("malformed@step.exemple.fr");
        var browser = people.atSecondStep("malformed@step.exemple.fr");
        for (var body : List.of(
                "{\"code\":\"12345\"}",
                "{\"code\":\"ABCDE-FGHJK\"}",
                "{\"recoveryCode\":\"123456\"}",
                "{\"code\":null}",
                "{}",
                "{\"recoveryCode\":\"" + "A".repeat(5000) + "\"}")) {
            var answer = browser.postJson(SECOND, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(answer.body()).contains("VALIDATION_FAILED");
        }
        assertThat(browser.postJson(SECOND, "{\"code\":\"000000\"}").body()).contains("tries left: 4");
    }

    @Test
    void whatIsNoCodeCostsNoTryOnThePageEither() {
        var app = owners.withApp("mistyped@step.exemple.fr");
        var browser = people.atSecondStep("mistyped@step.exemple.fr");
        for (var typed : List.of("", "12345", "1234567", "A".repeat(500))) {
            var answer = browser.postForm("/login/second", Map.of("code", typed));
            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(answer.body()).contains("Le code a six chiffres", "aria-invalid=\"true\"");
        }
        var recovery = browser.postForm("/login/second", Map.of("code", "ABCDE", "recovery", "true"));
        assertThat(recovery.statusCode()).isEqualTo(422);
        assertThat(recovery.body()).contains("Un code de secours a dix lettres et chiffres", "href=\"/legal\"");

        assertThat(browser.postForm("/login/second", Map.of("code", app.wrongCode()))
                        .body())
                .contains("essais restants\u00a0: 4");
    }

    @Test
    void codeMayHaveBlanks() {
        var app = owners.withApp("blanks@step.exemple.fr");
        var browser = people.atSecondStep("blanks@step.exemple.fr");
        assertThat(browser.get("/login/second").body()).contains("maxlength=\"11\"");

        var typed = String.join(" ", app.code().split(""));
        assertThat(typed).hasSize(11);
        assertThat(browser.postForm("/login/second", Map.of("code", typed)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void simultaneousGuessesGetNoMoreThanFiveTries() {
        var app = owners.withApp("guesses@step.exemple.fr");
        var browser = people.atSecondStep("guesses@step.exemple.fr");
        var wrong = app.wrongCode();

        var statuses = Crowd.atOnce(60, () -> step(browser, wrong).statusCode());

        assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
        assertThat(statuses)
                .filteredOn(status -> status != 422)
                .allMatch(status -> status == 429 || status == 410)
                .hasSize(55);
        assertThat(step(browser, app.code()).statusCode()).isEqualTo(410);
    }

    @Test
    void newSignInsBuyNoNewTriesAtTheAccount() {
        var app = owners.withApp("patient@step.exemple.fr");
        var browsers = List.of(
                people.atSecondStep("patient@step.exemple.fr"),
                people.atSecondStep("patient@step.exemple.fr"),
                people.atSecondStep("patient@step.exemple.fr"));
        var wrong = app.wrongCode();

        var answers = browsers.stream()
                .flatMap(browser -> IntStream.range(0, 4).mapToObj(i -> step(browser, wrong)))
                .toList();

        assertThat(answers).filteredOn(it -> it.statusCode() == 422).hasSize(5);
        assertThat(answers)
                .filteredOn(it -> it.statusCode() == 429)
                .hasSize(7)
                .allSatisfy(it -> assertThat(
                                it.headers().firstValueAsLong("Retry-After").orElseThrow())
                        .isBetween(1L, 60L));
    }

    @Test
    void verdictForClientsWithoutPages() {
        var app = owners.withApp("api@step.exemple.fr");
        var account = owners.account("api@step.exemple.fr");
        new Browser().signIn(mails, "plain@step.exemple.fr");

        assertThat(secondStep.verify(owners.account("plain@step.exemple.fr"), null, SOMEBODY))
                .isInstanceOf(StepResult.NotNeeded.class);
        assertThat(secondStep.verify(account, null, SOMEBODY)).isInstanceOf(StepResult.Missing.class);
        assertThat(secondStep.verify(account, app.wrongCode(), SOMEBODY)).isInstanceOf(StepResult.Wrong.class);
        var code = app.code();
        assertThat(secondStep.verify(account, code, SOMEBODY)).isInstanceOf(StepResult.Right.class);
        assertThat(secondStep.verify(account, code, SOMEBODY)).isInstanceOf(StepResult.Wrong.class);
        for (var i = 0; i < 2; i++) {
            secondStep.verify(account, "000000", SOMEBODY);
        }
        assertThat(secondStep.verify(account, app.code(), SOMEBODY)).isInstanceOf(StepResult.TriesReached.class);
    }

    private boolean unlimited(Account account, String code) {
        return transactions.run(transaction -> secondStep.useUp(transaction, account, code));
    }
}
