package io.capitune.e2e;

import java.util.Map;
import java.util.function.IntFunction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.AuthenticatorApp;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Crowd;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mail;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is good for one use is used once, when a hundred uses of it come to two replicas at the same time. */
class OneUseTest {

    private static final int USES = 100;
    private static final String PASSWORD = "trois girafes à vélo";
    private static final String LINK = "/api/auth/callback/email";

    private final AuthReplicas replicas = AuthReplicas.get();
    private final String address = Candidate.newAddress();

    private static void assertOneSucceeds(int success, IntFunction<Answer> use) {
        var statuses = Crowd.atOnce(USES, i -> use.apply(i).status());

        assertThat(statuses)
                .filteredOn(status -> status == success)
                .as("%s", statuses)
                .hasSize(1);
        assertThat(statuses).doesNotContain(500, 502, 504);
    }

    /** Somebody in a network of their own, before one of the two. */
    private Visitor at(int number) {
        return number % 2 == 0 ? replicas.first() : replicas.second();
    }

    private Answer post(int number, String path, ObjectNode body) {
        return at(number).postJson(path, body.toString());
    }

    private static ObjectNode token(Mail mail) {
        return Json.object().put("token", mail.token());
    }

    private static ObjectNode code(String code) {
        return Json.object().put("code", code);
    }

    @Test
    void linkOfASignIn() {
        var mail = Mailbox.await(Candidate.waiting().email(), Mailbox.SIGN_IN);

        assertOneSucceeds(303, i -> at(i).postForm(LINK, Map.of("token", mail.token())));
    }

    @Test
    void codeOfASignIn() {
        var person = replicas.byTurns();
        person.postJson(
                "/api/auth/signin/email", Json.object().put("email", address).toString());
        var mail = Mailbox.await(address, Mailbox.SIGN_IN);

        assertOneSucceeds(
                200,
                i -> person.postJson("/api/auth/signin/code", code(mail.code()).toString()));
    }

    @Test
    void linkOfARegistration() {
        var body = Json.object().put("email", address).put("password", PASSWORD);
        at(0).postJson("/api/auth/register", body.toString());
        var mail = Mailbox.await(address, Mailbox.REGISTER);

        assertOneSucceeds(200, i -> post(i, "/api/auth/verify-email", token(mail)));
    }

    @Test
    void linkOfAForgottenPassword() {
        Candidate.signedIn(address);
        at(0).postJson(
                        "/api/auth/forgot-password",
                        Json.object().put("email", address).toString());
        var body = token(Mailbox.await(address, Mailbox.RESET)).put("password", PASSWORD);

        assertOneSucceeds(204, i -> post(i, "/api/auth/reset-password", body));
    }

    @Test
    void linksOfAnAddress() {
        var next = Candidate.newAddress();
        Candidate.signedIn(address)
                .postJson(
                        "/api/auth/change-email",
                        Json.object().put("email", next).toString());
        var confirm = token(Mailbox.awaitLinkTo("/confirm-email", next));
        assertOneSucceeds(200, i -> post(i, "/api/auth/confirm-email", confirm));

        var undo = token(Mailbox.awaitLinkTo("/undo-email", address));
        assertOneSucceeds(200, i -> post(i, "/api/auth/undo-email", undo));
    }

    @Test
    void refreshToken() {
        Candidate.signedIn(address).choosing(PASSWORD);
        var login = Json.object().put("email", address).put("password", PASSWORD);
        var pair = at(0).postJson("/api/auth/login", login.toString()).json();
        var body = Json.object().put("refreshToken", pair.get("refreshToken").asText());

        assertOneSucceeds(200, i -> post(i, "/api/auth/refresh", body));
    }

    @Test
    void codeOfAnApp() {
        var owner = Candidate.signedIn(address);
        var app = AuthenticatorApp.setUpFor(owner);
        var person = replicas.bearing(owner);

        assertOneSucceeds(
                200,
                i -> person.postJson(
                        "/api/auth/second-factor/recovery-codes",
                        code(app.nextCode()).toString()));
    }

    @Test
    void recoveryCode() {
        var owner = Candidate.signedIn(address);
        var app = AuthenticatorApp.setUpFor(owner);
        var person = replicas.bearing(owner);
        var renewed = person.postJson(
                "/api/auth/second-factor/recovery-codes", code(app.nextCode()).toString());
        var recovery = code(renewed.json().get("recoveryCodes").get(0).asText());

        assertOneSucceeds(204, i -> person.postJson("/api/auth/second-factor/off", recovery.toString()));
    }
}
