package io.capitune.auth.admission;

import java.time.Duration;
import java.util.Date;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.capitune.auth.admission.AppOwners.SECOND;
import static io.capitune.auth.admission.AppOwners.step;
import static org.assertj.core.api.Assertions.assertThat;

/** A sign-in that waits for its second step: no session yet, in one browser, for a while. */
@QuarkusTest
@AuthTest
class PendingSignInTest {

    @Inject
    People people;

    @Inject
    AppOwners owners;

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
    void linkAloneOpensNoSessionWhereThereIsAnApp() {
        var app = owners.withApp("linked@step.exemple.fr");
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
        owners.withApp("by-code@step.exemple.fr");
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
    void pageTakesTheCodeWithoutScripts() {
        var app = owners.withApp("page@step.exemple.fr");
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
    void pendingStepOfAnotherBrowserIsNone() {
        var app = owners.withApp("elsewhere@step.exemple.fr");
        people.atSecondStep("elsewhere@step.exemple.fr");

        var stranger = new Browser();
        assertThat(step(stranger, app.code()).body()).contains("SIGNIN_EXPIRED");
        stranger.plant("second-step", "A".repeat(43));
        assertThat(step(stranger, app.code()).body()).contains("SIGNIN_EXPIRED");
        assertThat(stranger.get("/login/second").statusCode()).isEqualTo(410);
    }

    @Test
    void pendingStepIsNoSessionAndNoSessionIsAPendingStep() {
        owners.withApp("confused@step.exemple.fr");
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
        var app = owners.withApp("late@step.exemple.fr");
        var browser = people.atSecondStep("late@step.exemple.fr");
        clock.forward(Duration.ofMinutes(10));

        assertThat(step(browser, app.code()).body()).contains("SIGNIN_EXPIRED");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void accountSuspendedInTheMeantimeStaysOut() {
        var app = owners.withApp("suspended@step.exemple.fr");
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
    void ofAHundredSecondStepsOfOneSignInAtOnceOneOpensASession() {
        owners.withApp("crowd@step.exemple.fr");
        var codes = owners.recoveryCodes("crowd@step.exemple.fr");
        var browser = people.atSecondStep("crowd@step.exemple.fr");
        var sessions = sessions("crowd@step.exemple.fr");

        var statuses = Crowd.atOnce(
                100,
                () -> browser.postJson(SECOND, "{\"recoveryCode\":\"" + codes.get(0) + "\"}")
                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(sessions("crowd@step.exemple.fr") - sessions).isEqualTo(1);
    }

    private long sessions(String email) {
        return database.getCollection("sessions").countDocuments(eq("accountId", people.id(email)));
    }
}
