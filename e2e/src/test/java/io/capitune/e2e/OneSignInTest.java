package io.capitune.e2e;

import java.util.List;
import java.util.Map;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.VirtualAuthenticator;
import io.capitune.e2e.system.AuthReplicas;
import io.capitune.e2e.system.AuthenticatorApp;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Json;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.OtherProvider;
import io.capitune.e2e.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.capitune.e2e.OneUse.assertOneSucceeds;
import static org.assertj.core.api.Assertions.assertThat;

/** What proves who somebody is lets them in once, when a hundred uses of it come to two replicas at the same time. */
class OneSignInTest {

    private static final String SECOND_STEP = "/api/auth/signin/second";
    private static final List<String> CODE_REFUSED =
            List.of("422 CODE_WRONG", "429 CODE_TRIES_REACHED", "410 SIGNIN_EXPIRED");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final AuthReplicas replicas = AuthReplicas.get();
    private final String address = Candidate.newAddress();

    private Visitor asking() {
        var person = replicas.byTurns();
        var asked = Json.object().put("email", address);
        person.postJson("/api/auth/signin/email", asked.toString());
        return person;
    }

    private Visitor atSecondStep() {
        var person = asking();
        var opened = person.get(Mailbox.await(address, Mailbox.SIGN_IN, 2).path());
        assertThat(opened.header("Location")).isEqualTo("/login/second");
        return person;
    }

    @Test
    void link() {
        var mail = Mailbox.await(Candidate.waiting().email(), Mailbox.SIGN_IN);
        var form = Map.of("token", mail.token());

        assertOneSucceeds(303, List.of("410"), i -> replicas.at(i).postForm("/api/auth/callback/email", form));
    }

    @Test
    void codeOfTheMail() {
        var person = asking();
        var code = Json.object()
                .put("code", Mailbox.await(address, Mailbox.SIGN_IN).code());

        assertOneSucceeds(200, CODE_REFUSED, i -> person.postJson("/api/auth/signin/code", code.toString()));
    }

    @Test
    void answerOfAPasskey() {
        var tab = browsers.open();
        tab.go("/");
        var device = new VirtualAuthenticator(tab);
        var owner = replicas.bearing(Candidate.signedIn(address));
        owner.postJson("/api/auth/passkeys", device.registration(owner));
        var person = replicas.byTurns();
        var answer = device.signIn(person);

        assertOneSucceeds(
                200, List.of("401 PASSKEY_REFUSED"), i -> person.postJson("/api/auth/signin/passkey", answer));
    }

    @Test
    void answerOfAnotherProvider() {
        try (var _ = OtherProvider.start()) {
            var person = replicas.byTurns();
            var answer = OtherProvider.answer(person, address);

            assertOneSucceeds(303, List.of("410"), i -> person.get(answer));
        }
    }

    @Test
    void codeOfAnAppAtASecondStep() {
        var app = AuthenticatorApp.setUpFor(Candidate.signedIn(address));
        var person = atSecondStep();
        var code = Json.object().put("code", app.nextCode());

        assertOneSucceeds(200, CODE_REFUSED, i -> person.postJson(SECOND_STEP, code.toString()));
    }

    @Test
    void recoveryCodeAtASecondStep() {
        var owner = Candidate.signedIn(address);
        var recoveryCode = AuthenticatorApp.setUpFor(owner).recoveryCode(owner);
        var person = atSecondStep();
        var code = Json.object().put("recoveryCode", recoveryCode);

        assertOneSucceeds(200, CODE_REFUSED, i -> person.postJson(SECOND_STEP, code.toString()));
    }
}
