package io.capitune.e2e;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.AuthenticatorApp;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mail;
import io.capitune.e2e.system.Mailbox;
import org.junit.jupiter.api.Test;

import static io.capitune.e2e.OneUse.assertOneSucceeds;
import static org.assertj.core.api.Assertions.assertThat;

/** What is good for one use is used once, when a hundred uses of it come to two replicas at the same time. */
class OneUseTest {

    private static final String PASSWORD = "trois girafes à vélo";
    private static final List<String> LINK_REFUSED = List.of("410 LINK_OVER");

    private final AuthReplicas replicas = AuthReplicas.get();
    private final String address = Candidate.newAddress();

    private Answer post(int number, String path, ObjectNode body) {
        return replicas.at(number).postJson(path, body.toString());
    }

    private static ObjectNode token(Mail mail) {
        return Json.object().put("token", mail.token());
    }

    private static ObjectNode code(String code) {
        return Json.object().put("code", code);
    }

    @Test
    void linkOfARegistration() {
        var body = Json.object().put("email", address).put("password", PASSWORD);
        post(0, "/api/auth/register", body);
        var mail = Mailbox.await(address, Mailbox.REGISTER);

        assertOneSucceeds(200, LINK_REFUSED, i -> post(i, "/api/auth/verify-email", token(mail)));
        assertThat(post(1, "/api/auth/login", body).status()).isEqualTo(200);
    }

    @Test
    void linkOfAForgottenPassword() {
        Candidate.signedIn(address);
        post(0, "/api/auth/forgot-password", Json.object().put("email", address));
        var body = token(Mailbox.await(address, Mailbox.RESET)).put("password", PASSWORD);

        // A password is judged and hashed before its link is used up: only so many are judged for one account, and who
        // finds too
        // many waiting is told to come back.
        var refused = List.of("410 LINK_OVER", "429 RATE_LIMITED", "503 BUSY");
        assertOneSucceeds(204, refused, i -> post(i, "/api/auth/reset-password", body));
    }

    @Test
    void linksOfAnAddress() {
        var next = Candidate.newAddress();
        Candidate.signedIn(address)
                .postJson(
                        "/api/auth/change-email",
                        Json.object().put("email", next).toString());
        var confirm = token(Mailbox.awaitLinkTo("/confirm-email", next));
        assertOneSucceeds(200, LINK_REFUSED, i -> post(i, "/api/auth/confirm-email", confirm));

        var undo = token(Mailbox.awaitLinkTo("/undo-email", address));
        assertOneSucceeds(200, LINK_REFUSED, i -> post(i, "/api/auth/undo-email", undo));
    }

    @Test
    void refreshToken() {
        Candidate.signedIn(address).choosing(PASSWORD);
        var login = Json.object().put("email", address).put("password", PASSWORD);
        var pair = post(0, "/api/auth/login", login).json();
        var body = Json.object().put("refreshToken", pair.get("refreshToken").asText());

        assertOneSucceeds(
                200, List.of("401 REFRESH_TOKEN_INVALID", "503 UNAVAILABLE"), i -> post(i, "/api/auth/refresh", body));
    }

    @Test
    void codeOfAnApp() {
        var owner = Candidate.signedIn(address);
        var app = AuthenticatorApp.setUpFor(owner);
        var person = replicas.bearing(owner);
        var code = code(app.nextCode());

        assertOneSucceeds(
                200,
                List.of("422 CODE_WRONG", "429 CODE_TRIES_REACHED"),
                i -> person.postJson("/api/auth/second-factor/recovery-codes", code.toString()));
    }

    @Test
    void recoveryCode() {
        var owner = Candidate.signedIn(address);
        var code = code(AuthenticatorApp.setUpFor(owner).recoveryCode(owner));
        var person = replicas.bearing(owner);

        assertOneSucceeds(
                204,
                List.of("422 CODE_WRONG", "429 CODE_TRIES_REACHED", "409 SECOND_FACTOR_OFF"),
                i -> person.postJson("/api/auth/second-factor/off", code.toString()));
    }
}
