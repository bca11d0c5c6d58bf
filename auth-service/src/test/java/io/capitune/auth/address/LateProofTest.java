package io.capitune.auth.address;

import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who proved something just before an account was taken back, and acts on it just after: too late. */
@QuarkusTest
@AuthTest
class LateProofTest {

    private static final String PASSWORD = "trois girafes à vélo";

    @Inject
    Notices notices;

    @Inject
    People people;

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

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @Test
    void passwordIsNotChosen() {
        var intruded = intruded("change");
        takenBack("change");
        assertThatThrownBy(() -> changePassword.change(intruded, PASSWORD, null))
                .isInstanceOf(ProblemException.class);
        assertThat(kept("passwords", intruded)).isZero();
    }

    @Test
    void passwordIsNotReset() {
        var intruded = intruded("reset");
        new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"" + intruded.email() + "\"}");
        var reset = forgotten.look(token(intruded.email())).orElseThrow();
        takenBack("reset");
        assertThat(forgotten.reset(reset, PASSWORD)).isFalse();
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

    /** The account as it is read while it has the intruder's address. */
    private Account intruded(String name) {
        var owner = name + "@late.exemple.fr";
        var intruder = name + "-intruder@late.exemple.fr";
        people.signedIn(owner)
                .postJson(
                        "/api/auth/change-email",
                        new JsonObject().put("email", intruder).encode());
        new Browser().postForm("/confirm-email", Map.of("token", token(intruder)));
        return accounts.byId(people.id(intruder)).orElseThrow();
    }

    private void takenBack(String name) {
        var undone = new Browser().postForm("/undo-email", Map.of("token", token(name + "@late.exemple.fr")));
        assertThat(undone.statusCode()).isEqualTo(200);
    }

    private String token(String email) {
        var url = notices.to(email).getLast().getString("url");
        return url.substring(url.indexOf("token=") + "token=".length());
    }

    private long kept(String collection, Account account) {
        return database.getCollection(collection).countDocuments(Filters.eq("_id", account.id()));
    }
}
