package io.capitune.auth.address;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.factor.Enrolment;
import io.capitune.auth.factor.TurnOnApp;
import io.capitune.auth.password.ChangePassword;
import io.capitune.auth.password.ForgottenPassword;
import io.capitune.platform.error.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who proved something just before an account was taken back, moved, or given another password, and acts on it just after: too late. */
@QuarkusTest
@AuthTest
class LateProofTest extends AddressScene {

    @Inject
    Accounts accounts;

    @Inject
    ChangePassword changePassword;

    @Inject
    ForgottenPassword forgotten;

    @Inject
    Enrolment enrolment;

    @Inject
    TurnOnApp turnOnApp;

    @Test
    void passwordIsNotChosen() {
        var intruded = intruded("change");
        takenBack("change");
        assertThatThrownBy(() -> changePassword.change(intruded, PASSWORD, null, "127.0.0.1"))
                .isInstanceOf(ProblemException.class);
        assertThat(kept("passwords", intruded)).isZero();
    }

    @Test
    void passwordIsNotReset() {
        var intruded = intruded("reset");
        new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"" + intruded.email() + "\"}");
        var reset = forgotten.look(notices.token(intruded.email())).orElseThrow();
        takenBack("reset");
        assertThat(forgotten.reset(reset, PASSWORD, "127.0.0.1")).isFalse();
        assertThat(kept("passwords", intruded)).isZero();
    }

    @Test
    void appIsNotAdded() {
        var intruded = intruded("app");
        var draft = enrolment.draft(intruded);
        var code = AuthenticatorApp.ofKey(draft.key(), clock).code();
        takenBack("app");
        turnOnApp.turnOn(intruded, draft.sealed(), code);
        assertThat(kept("second_factors", intruded)).isZero();
    }

    @Test
    void pendingSignInByTheOldAddressEndsWithTheChange() {
        var browser = people.signedIn("pending@address.exemple.fr");
        var app = people.withApp("pending@address.exemple.fr");
        var waiting = people.atSecondStep("pending@address.exemple.fr");
        addresses.move(browser, "pending-new@address.exemple.fr");
        assertThat(waiting.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
    }

    @Test
    void signInThatWaitsForItsSecondStepEndsWithTheUndo() {
        people.signedIn("waiting@address.exemple.fr");
        var app = people.withApp("waiting@address.exemple.fr");
        clock.forward(Duration.ofMinutes(16));
        var intruder = people.signedIn("waiting@address.exemple.fr", app);
        addresses.move(intruder, "waiting-new@address.exemple.fr");
        clock.forward(Duration.ofMinutes(1));
        var waiting = people.atSecondStep("waiting-new@address.exemple.fr");
        addresses.undo("waiting@address.exemple.fr");
        assertThat(waiting.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
    }

    @Test
    void signInThatWaitsForItsSecondStepEndsWithAnotherPassword() {
        var owner = people.withPassword("waiting-change@address.exemple.fr");
        var app = people.withApp("waiting-change@address.exemple.fr");
        var waiting = people.atSecondStep("waiting-change@address.exemple.fr");
        var change = new JsonObject().put("current", PASSWORD).put("password", PASSWORD + " bleu");
        assertThat(owner.postJson("/api/auth/change-password", change.encode()).statusCode())
                .isEqualTo(204);
        assertThat(waiting.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
        assertThat(waiting.token()).isEmpty();
    }

    @Test
    void signInThatWaitsForItsSecondStepEndsWithAForgottenPassword() {
        people.withPassword("waiting-reset@address.exemple.fr");
        var app = people.withApp("waiting-reset@address.exemple.fr");
        var waiting = people.atSecondStep("waiting-reset@address.exemple.fr");
        var owner = new Browser();
        owner.postJson("/api/auth/forgot-password", "{\"email\":\"waiting-reset@address.exemple.fr\"}");
        var link = notices.token("waiting-reset@address.exemple.fr", "reset-password");
        var reset = new JsonObject().put("token", link).put("password", PASSWORD + " bleu");
        assertThat(owner.postJson("/api/auth/reset-password", reset.encode()).statusCode())
                .isEqualTo(204);
        assertThat(waiting.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
    }

    /** The account as it is read while it has the intruder's address. */
    private Account intruded(String name) {
        var owner = name + "@late.exemple.fr";
        var intruder = name + "-intruder@late.exemple.fr";
        addresses.move(people.signedIn(owner), intruder);
        return accounts.byId(people.id(intruder)).orElseThrow();
    }

    private void takenBack(String name) {
        assertThat(addresses.undo(name + "@late.exemple.fr").statusCode()).isEqualTo(200);
    }

    private long kept(String collection, Account account) {
        return database.getCollection(collection).countDocuments(Filters.eq("_id", account.id()));
    }
}
