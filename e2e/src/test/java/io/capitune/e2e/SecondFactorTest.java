package io.capitune.e2e;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.AuthenticatorApp;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The code of an app as a second step, from its set-up to the day it is lost. */
class SecondFactorTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Candidate person = Candidate.signedIn();
    private final Tab tab = browsers.open().signedInAs(person);

    private AuthenticatorApp setUp() {
        tab.go("/account/security");
        tab.link("Configurer une application").click();
        var app = new AuthenticatorApp(tab.page().locator(".key").textContent());
        tab.field("2. Donnez le code affiché").fill(app.code());
        tab.button("Activer").click();
        assertThat(tab.title()).hasText("Notez vos codes de secours");
        return app;
    }

    private Tab atSecondStep() {
        var other = browsers.open();
        other.go("/login?next=/cv");
        other.signIn(person.email());
        assertThat(other.title()).hasText("Encore une étape");
        return other;
    }

    @Test
    void codeOfTheAppIsAskedForAtTheNextSignIn() {
        var app = setUp();
        Mailbox.await(person.email(), "Un code d’application protège votre compte");

        var other = atSecondStep();
        other.field("Code de l’application").fill(app.nextCode());
        other.button("Entrer").click();

        other.page().waitForURL("**/cv");
        assertThat(other.complaints()).isEmpty();
    }

    @Test
    void recoveryCodeStandsInForALostPhone() {
        setUp();
        var code = tab.page().locator(".recovery-codes li").first().textContent();

        var other = atSecondStep();
        other.link("Téléphone perdu\u202f? Utiliser un code de secours").click();
        other.field("Code de secours").fill(code);
        other.button("Entrer").click();

        other.page().waitForURL("**/cv");
        Mailbox.await(person.email(), "Un code de secours a servi");
    }

    @Test
    void secondStepIsNotSkippedByAnAddressTypedByHand() {
        setUp();
        var other = atSecondStep();
        other.go("/cv");
        assertThat(other.path()).isEqualTo("/login?next=%2Fcv");
    }
}
