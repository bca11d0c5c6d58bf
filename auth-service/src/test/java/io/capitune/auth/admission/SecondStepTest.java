package io.capitune.auth.admission;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.factor.ChangeApp;
import io.capitune.auth.factor.ChangeResult;
import io.capitune.auth.factor.SecondStep;
import io.capitune.auth.factor.StepResult;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class SecondStepTest {

    private static final String SECOND = "/api/auth/signin/second";

    @Inject
    People people;

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @Inject
    Accounts accounts;

    @Inject
    SecondStep secondStep;

    @Inject
    ChangeApp changeApp;

    @Inject
    Transactions transactions;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void linkAloneOpensNoSessionWhereThereIsAnApp() {
        var app = withApp("linked@step.exemple.fr");
        var browser = new Browser();
        browser.postJson("/api/auth/signin/email", "{\"email\":\"linked@step.exemple.fr\",\"next\":\"/cv\"}");

        var opened = browser.get(mails.latest("linked@step.exemple.fr").path());

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).contains("/login/second");
        assertThat(browser.token()).isEmpty();
        assertThat(browser.get(mails.latest("linked@step.exemple.fr").path()).statusCode())
                .as("the link is used up")
                .isEqualTo(410);

        var done = step(browser, app.code());
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).isEqualTo("{\"next\":\"/cv\"}");
        assertThat(browser.token()).startsWith("Bearer ");
    }

    @Test
    void codeOfTheMailAsksApiClientsForTheSecondStep() {
        withApp("by-code@step.exemple.fr");
        var browser = new Browser();
        browser.postJson("/api/auth/signin/email", "{\"email\":\"by-code@step.exemple.fr\"}");

        var answer = browser.postJson(
                "/api/auth/signin/code",
                "{\"code\":\"" + mails.latest("by-code@step.exemple.fr").code() + "\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(new JsonObject(answer.body()).getString("next")).isEqualTo("/login/second");
        assertThat(new JsonObject(answer.body()).getString("status")).isEqualTo("second-factor-required");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void codeOfTheAppWorksOnce() {
        var app = withApp("replay@step.exemple.fr");
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
    void ofAHundredUsesOfACodeAtOnceOneSucceeds() throws Exception {
        var app = withApp("hundred@step.exemple.fr");
        var account = account("hundred@step.exemple.fr");
        var code = app.code();

        var results = atOnce(100, () -> unlimited(account, code));

        assertThat(results).filteredOn(it -> it).hasSize(1);
    }

    @Test
    void ofAHundredUsesOfARecoveryCodeAtOnceOneSucceeds() throws Exception {
        withApp("hundred-recovery@step.exemple.fr");
        var code = recoveryCodes("hundred-recovery@step.exemple.fr").getFirst();
        var account = account("hundred-recovery@step.exemple.fr");

        var results = atOnce(100, () -> unlimited(account, code));

        assertThat(results).filteredOn(it -> it).hasSize(1);
        assertThat(notices.kinds("hundred-recovery@step.exemple.fr"))
                .containsExactly("recovery-codes-renewed", "recovery-code-used");
    }

    @Test
    void ofAHundredSecondStepsOfOneSignInAtOnceOneOpensASession() throws Exception {
        withApp("crowd@step.exemple.fr");
        var codes = recoveryCodes("crowd@step.exemple.fr");
        var browser = people.atSecondStep("crowd@step.exemple.fr");
        var sessions = sessions("crowd@step.exemple.fr");

        var statuses = atOnce(
                100,
                () -> browser.postJson(SECOND, "{\"recoveryCode\":\"" + codes.get(0) + "\"}")
                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(sessions("crowd@step.exemple.fr") - sessions).isEqualTo(1);
    }

    @Test
    void recoveryCodeStandsInOnceAndIsTold() {
        withApp("recovery@step.exemple.fr");
        var code = recoveryCodes("recovery@step.exemple.fr").getFirst();
        var first = people.atSecondStep("recovery@step.exemple.fr");

        var typed = code.toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(first.postJson(SECOND, "{\"recoveryCode\":\"" + typed + "\"}")
                        .statusCode())
                .isEqualTo(200);

        var second = people.atSecondStep("recovery@step.exemple.fr");
        assertThat(second.postJson(SECOND, "{\"recoveryCode\":\"" + code + "\"}")
                        .body())
                .contains("CODE_WRONG");
        assertThat(notices.to("recovery@step.exemple.fr")
                        .getLast()
                        .getJsonObject("details")
                        .getString("left"))
                .isEqualTo("9");
    }

    @Test
    void whatIsNoCodeCostsNoTry() {
        withApp("malformed@step.exemple.fr");
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
        var app = withApp("mistyped@step.exemple.fr");
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
        var app = withApp("blanks@step.exemple.fr");
        var browser = people.atSecondStep("blanks@step.exemple.fr");
        assertThat(browser.get("/login/second").body()).contains("maxlength=\"11\"");

        var typed = String.join(" ", app.code().split(""));
        assertThat(typed).hasSize(11);
        assertThat(browser.postForm("/login/second", Map.of("code", typed)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void simultaneousGuessesGetNoMoreThanFiveTries() throws Exception {
        var app = withApp("guesses@step.exemple.fr");
        var browser = people.atSecondStep("guesses@step.exemple.fr");
        var wrong = app.wrongCode();

        var statuses = atOnce(60, () -> step(browser, wrong).statusCode());

        assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
        assertThat(statuses)
                .filteredOn(status -> status != 422)
                .allMatch(status -> status == 429 || status == 410)
                .hasSize(55);
        assertThat(step(browser, app.code()).statusCode()).isEqualTo(410);
    }

    @Test
    void newSignInsBuyNoNewTriesAtTheAccount() {
        var app = withApp("patient@step.exemple.fr");
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
    void pendingStepOfAnotherBrowserIsNone() {
        var app = withApp("elsewhere@step.exemple.fr");
        people.atSecondStep("elsewhere@step.exemple.fr");

        var stranger = new Browser();
        assertThat(step(stranger, app.code()).body()).contains("SIGNIN_EXPIRED");
        stranger.plant("second-step", "A".repeat(43));
        assertThat(step(stranger, app.code()).body()).contains("SIGNIN_EXPIRED");
        assertThat(stranger.get("/login/second").statusCode()).isEqualTo(410);
    }

    @Test
    void pendingStepIsNoSessionAndNoSessionIsAPendingStep() {
        withApp("confused@step.exemple.fr");
        var browser = people.atSecondStep("confused@step.exemple.fr");
        var pending = browser.cookie("second-step");
        browser.plant("session", pending);
        assertThat(browser.token()).isEmpty();

        var other = people.signedIn("confusing@step.exemple.fr");
        other.plant("second-step", other.cookie("session"));
        assertThat(step(other, "123456").body()).contains("SIGNIN_EXPIRED");
    }

    @Test
    void secondStepWaitsTenMinutes() {
        var app = withApp("late@step.exemple.fr");
        var browser = people.atSecondStep("late@step.exemple.fr");
        clock.forward(Duration.ofMinutes(10));

        assertThat(step(browser, app.code()).body()).contains("SIGNIN_EXPIRED");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void accountSuspendedInTheMeantimeStaysOut() {
        var app = withApp("suspended@step.exemple.fr");
        var browser = people.atSecondStep("suspended@step.exemple.fr");
        database.getCollection("accounts")
                .updateOne(
                        eq("email", "suspended@step.exemple.fr"),
                        set(
                                "suspension",
                                new Document("reason", "spam").append("by", "x").append("at", new Date())));

        assertThat(step(browser, app.code()).body()).contains("ACCOUNT_SUSPENDED");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void pageTakesTheCodeWithoutScripts() {
        var app = withApp("page@step.exemple.fr");
        var browser = people.atSecondStep("page@step.exemple.fr");

        var page = browser.get("/login/second");
        assertThat(page.body()).contains("Encore une étape", "Code de l’application", "<html lang=\"fr\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        var wrong = browser.postForm("/login/second", Map.of("code", app.wrongCode()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("essais restants\u00a0: 4", "aria-invalid=\"true\"");
        assertThat(browser.get("/login/second?recovery=true").body()).contains("Code de secours");

        var right = browser.postForm("/login/second", Map.of("code", app.code()));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(browser.token()).startsWith("Bearer ");
        assertThat(browser.with("Accept-Language", "en").get("/login/second").body())
                .contains("This sign-in has ended");
    }

    @Test
    void verdictForClientsWithoutPages() {
        var app = withApp("api@step.exemple.fr");
        var account = account("api@step.exemple.fr");
        new Browser().signIn(mails, "plain@step.exemple.fr");

        assertThat(secondStep.verify(account("plain@step.exemple.fr"), null, "192.0.2.1"))
                .isInstanceOf(StepResult.NotNeeded.class);
        assertThat(secondStep.verify(account, null, "192.0.2.1")).isInstanceOf(StepResult.Missing.class);
        assertThat(secondStep.verify(account, app.wrongCode(), "192.0.2.1")).isInstanceOf(StepResult.Wrong.class);
        var code = app.code();
        assertThat(secondStep.verify(account, code, "192.0.2.1")).isInstanceOf(StepResult.Right.class);
        assertThat(secondStep.verify(account, code, "192.0.2.1")).isInstanceOf(StepResult.Wrong.class);
        for (var i = 0; i < 2; i++) {
            secondStep.verify(account, "000000", "192.0.2.1");
        }
        assertThat(secondStep.verify(account, app.code(), "192.0.2.1")).isInstanceOf(StepResult.TriesReached.class);
    }

    private AuthenticatorApp withApp(String email) {
        new Browser().signIn(mails, email);
        return people.withApp(email);
    }

    private List<String> recoveryCodes(String email) {
        var app = people.withApp(email);
        return ((ChangeResult.Done) changeApp.renewRecoveryCodes(account(email), app.code(), "192.0.2.200"))
                .recoveryCodes();
    }

    private boolean unlimited(Account account, String code) {
        return transactions.run(transaction -> secondStep.useUp(transaction, account, code));
    }

    private Account account(String email) {
        return accounts.byId(people.id(email)).orElseThrow();
    }

    private long sessions(String email) {
        return database.getCollection("sessions").countDocuments(eq("accountId", people.id(email)));
    }

    private static HttpResponse<String> step(Browser browser, String code) {
        return browser.postJson(SECOND, "{\"code\":\"" + code + "\"}");
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> act).toList())
                    .stream()
                    .map(it -> it.resultNow())
                    .toList();
        }
    }
}
