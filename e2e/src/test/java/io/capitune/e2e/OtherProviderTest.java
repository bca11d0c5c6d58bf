package io.capitune.e2e;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.OtherProvider;
import io.capitune.platform.testing.OpenIdProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Signing in with another provider, which is a real one on another site. */
class OtherProviderTest {

    private static final String CONTINUE = "Continuer avec " + OtherProvider.LABEL;

    private static OpenIdProvider provider;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final String email = Candidate.newAddress();

    @BeforeAll
    static void provider() {
        provider = OtherProvider.start();
    }

    @AfterAll
    static void gone() {
        if (provider != null) {
            provider.close();
        }
    }

    private void continueAs(Tab tab, String address, String verified) {
        tab.button(CONTINUE).click();
        assertThat(tab.title()).hasText("Qui êtes-vous ?");
        // One number for each address is what this provider knows people by.
        tab.field("Identifiant").fill(email);
        tab.field("Adresse").fill(address);
        tab.field("Vérifiée").fill(verified);
        tab.button("Se connecter").click();
    }

    @Test
    void personComesInThenAgainAndUnlinksIt() {
        var first = browsers.open();
        first.go("/login?next=/cv");
        first.picture("login-with-provider-1280");
        continueAs(first, email, "true");
        first.page().waitForURL("**/cv");
        Mailbox.await(email, OtherProvider.LABEL + " ouvre votre compte");
        assertThat(first.complaints()).isEmpty();

        var second = browsers.open(Look.PHONE);
        second.go("/register");
        second.picture("register-with-provider-390");
        continueAs(second, "", "true");
        second.page().waitForURL("**/generate");
        second.go("/account/security");
        second.picture("security-with-provider-390");
        second.link("Gérer " + OtherProvider.LABEL).click();
        second.picture("unlink-provider-390");
        second.button("Ne plus entrer avec " + OtherProvider.LABEL).click();
        assertThat(second.page().getByText("Ce service n’ouvre plus votre compte."))
                .isVisible();
        Mailbox.await(email, OtherProvider.LABEL + " n’ouvre plus votre compte");
        assertThat(second.complaints()).isEmpty();
    }

    @Test
    void wayThereNeedsNoScript() {
        var tab = browsers.open(Look.DESKTOP.withoutScripts());
        tab.go("/login?next=/cv");
        continueAs(tab, email, "true");
        tab.page().waitForURL("**/cv");
    }

    @Test
    void addressThatIsNotVerifiedLeadsToTheMail() {
        var tab = browsers.open(Look.PHONE);
        tab.go("/login?next=/cv");
        continueAs(tab, email, "false");
        assertThat(tab.title()).hasText(OtherProvider.LABEL + " ne confirme pas votre adresse");
        tab.picture("provider-unverified-390");
        tab.link("Entrer autrement").click();
        tab.signIn(email);
        tab.page().waitForURL("**/cv");
    }

    @Test
    void whoeverChangesTheirMindIsBackAtTheDoor() {
        var tab = browsers.open();
        tab.go("/login?next=/cv");
        tab.button(CONTINUE).click();
        tab.button("Refuser").click();
        assertThat(tab.title()).hasText("Connexion avec " + OtherProvider.LABEL + " interrompue");
        tab.picture("provider-denied-1280");
        assertThat(tab.button("Réessayer avec " + OtherProvider.LABEL)).isVisible();
    }
}
