package io.capitune.auth.factor;

import java.net.http.HttpResponse;
import java.time.Duration;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class SecondFactorTest {

    private static final String FACTOR = "/api/auth/second-factor";

    @Inject
    People people;

    @Inject
    Notices notices;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @Inject
    SecondFactors factors;

    @Inject
    Transactions transactions;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void appCountsOnceARightCodeHasConfirmedIt() {
        var browser = people.signedIn("enrol@factor.exemple.fr");
        var draft = draft(browser);
        assertThat(draft.getString("uri"))
                .isEqualTo("otpauth://totp/Capitune:enrol%40factor.exemple.fr?secret=" + draft.getString("secret")
                        + "&issuer=Capitune");
        assertThat(state(browser).getBoolean("on")).isFalse();
        var app = AuthenticatorApp.ofKey(draft.getString("secret"), clock);

        assertThat(confirm(browser, draft, app.wrongCode()).statusCode()).isEqualTo(422);
        assertThat(state(browser).getBoolean("on")).isFalse();
        var confirmed = confirm(browser, draft, app.code());

        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(new JsonObject(confirmed.body()).getJsonArray("recoveryCodes"))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.toString().matches("[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}"));
        assertThat(state(browser).getInteger("recoveryCodesLeft")).isEqualTo(10);
        assertThat(notices.kinds("enrol@factor.exemple.fr")).containsExactly("second-factor-on");
    }

    @Test
    void neitherKeyNorRecoveryCodesCanBeReadFromTheDatabase() {
        var browser = people.signedIn("sealed@factor.exemple.fr");
        var draft = draft(browser);
        var app = AuthenticatorApp.ofKey(draft.getString("secret"), clock);
        var codes = new JsonObject(confirm(browser, draft, app.code()).body()).getJsonArray("recoveryCodes");

        var stored = database.getCollection("second_factors")
                .find(eq("_id", people.id("sealed@factor.exemple.fr")))
                .first()
                .toJson();

        assertThat(stored).doesNotContain(draft.getString("secret"));
        for (var code : codes) {
            assertThat(stored).doesNotContain(code.toString(), code.toString().replace("-", ""));
        }
    }

    @Test
    void codeThatConfirmedTheAppSignsNobodyIn() {
        var browser = people.signedIn("confirmed@factor.exemple.fr");
        var draft = draft(browser);
        var code = AuthenticatorApp.ofKey(draft.getString("secret"), clock).code();
        confirm(browser, draft, code);

        var second = people.atSecondStep("confirmed@factor.exemple.fr");

        assertThat(second.postJson("/api/auth/signin/second", "{\"code\":\"" + code + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void draftOfAnotherAccountOrOfYesterdayIsNone() {
        var attacker = people.signedIn("drafter@factor.exemple.fr");
        var draft = draft(attacker);
        var app = AuthenticatorApp.ofKey(draft.getString("secret"), clock);

        var other = people.signedIn("drafted@factor.exemple.fr");
        assertThat(confirm(other, draft, app.code()).body()).contains("DRAFT_EXPIRED");
        clock.forward(Duration.ofMinutes(61));
        var later = people.signedIn("drafter@factor.exemple.fr");
        assertThat(confirm(later, draft, app.code()).body()).contains("DRAFT_EXPIRED");
    }

    @Test
    void secondAppDoesNotReplaceTheFirst() {
        var browser = people.signedIn("second-app@factor.exemple.fr");
        var first = draft(browser);
        confirm(
                browser,
                first,
                AuthenticatorApp.ofKey(first.getString("secret"), clock).code());

        var second = draft(browser);
        var answer = confirm(
                browser,
                second,
                AuthenticatorApp.ofKey(second.getString("secret"), clock).code());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("SECOND_FACTOR_ON");
    }

    @Test
    void turningOffWantsACodeAndTellsTheOwner() {
        var browser = people.signedIn("off@factor.exemple.fr");
        var app = people.withApp("off@factor.exemple.fr");

        assertThat(browser.postJson(FACTOR + "/off", "{}").statusCode()).isEqualTo(422);
        assertThat(browser.postJson(FACTOR + "/off", code(app.wrongCode())).body())
                .contains("CODE_WRONG");
        assertThat(state(browser).getBoolean("on")).isTrue();
        assertThat(browser.postJson(FACTOR + "/off", code(app.code())).statusCode())
                .isEqualTo(204);

        assertThat(state(browser).getBoolean("on")).isFalse();
        assertThat(notices.kinds("off@factor.exemple.fr")).containsExactly("second-factor-off");
        assertThat(browser.postJson(FACTOR + "/off", code(app.code())).body()).contains("SECOND_FACTOR_OFF");
    }

    @Test
    void renewedRecoveryCodesReplaceTheOldOnes() {
        var browser = people.signedIn("renew@factor.exemple.fr");
        var app = people.withApp("renew@factor.exemple.fr");
        var old = codes(browser, app.code());
        clock.forward(Duration.ofSeconds(30));

        var renewed = codes(browser, app.code());

        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(browser.postJson(FACTOR + "/off", code(old.getString(0))).statusCode())
                .isEqualTo(422);
        assertThat(browser.postJson(FACTOR + "/off", code(renewed.getString(0))).statusCode())
                .isEqualTo(204);
        assertThat(notices.kinds("renew@factor.exemple.fr"))
                .containsExactly(
                        "recovery-codes-renewed", "recovery-codes-renewed", "recovery-code-used", "second-factor-off");
    }

    @Test
    void sessionLeftOpenCannotChangeAnything() {
        var browser = people.signedIn("left-open@factor.exemple.fr");
        var app = people.withApp("left-open@factor.exemple.fr");
        clock.forward(Duration.ofMinutes(16));
        browser.without("Authorization");
        browser.with("Authorization", browser.token());

        for (var path : new String[] {"/off", "/recovery-codes", "", "/options"}) {
            var answer = browser.postJson(FACTOR + path, code(app.code()));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("RECENT_SIGNIN_REQUIRED");
        }
        assertThat(browser.get(FACTOR).statusCode()).isEqualTo(200);
    }

    @Test
    void visitorsHaveNoSecondFactor() {
        assertThat(new Browser().get(FACTOR).statusCode()).isEqualTo(401);
        assertThat(new Browser().postJson(FACTOR + "/off", "{}").statusCode()).isEqualTo(401);
        assertThat(new Browser().postJson(FACTOR, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void resetTakesTheAppAwayAndTellsItsOwner() {
        var browser = people.signedIn("reset@factor.exemple.fr");
        people.withApp("reset@factor.exemple.fr");

        transactions.run(transaction -> {
            factors.reset(transaction, people.id("reset@factor.exemple.fr"));
            return true;
        });

        assertThat(state(browser).getBoolean("on")).isFalse();
        assertThat(notices.kinds("reset@factor.exemple.fr")).containsExactly("second-factor-reset");
    }

    private static JsonObject draft(Browser browser) {
        return new JsonObject(browser.postJson(FACTOR + "/options", "{}").body());
    }

    private static HttpResponse<String> confirm(Browser browser, JsonObject draft, String code) {
        return browser.postJson(
                FACTOR,
                new JsonObject()
                        .put("draft", draft.getString("draft"))
                        .put("code", code)
                        .encode());
    }

    private static JsonObject state(Browser browser) {
        return new JsonObject(browser.get(FACTOR).body());
    }

    private static JsonArray codes(Browser browser, String code) {
        return new JsonObject(
                        browser.postJson(FACTOR + "/recovery-codes", code(code)).body())
                .getJsonArray("recoveryCodes");
    }

    private static String code(String code) {
        return new JsonObject().put("code", code).encode();
    }
}
