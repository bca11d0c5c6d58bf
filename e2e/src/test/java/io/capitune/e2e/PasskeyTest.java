package io.capitune.e2e;

import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.browser.VirtualAuthenticator;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Passkeys with a real browser, whose authenticator is Chromium's own virtual one. */
class PasskeyTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private static final String ADDED = "Une clé d’accès ouvre votre compte";
    private static final String REMOVED = "Une clé d’accès a été retirée";

    private final Candidate person = Candidate.signedIn();
    private final Tab tab = browsers.open().signedInAs(person);
    private final VirtualAuthenticator device = new VirtualAuthenticator(tab);

    private void add(String name) {
        tab.go("/account/security");
        tab.field("Nom de la clé").fill(name);
        tab.button("Ajouter une clé d’accès").click();
        assertThat(tab.page().getByText("La clé d’accès est enregistrée.")).isVisible();
    }

    @Test
    void passkeyIsAddedAndOpensTheAccountWithoutAMail() {
        add("Téléphone");
        assertThat(device.passkeys()).isEqualTo(1);
        Mailbox.await(person.email(), ADDED);
        tab.loseSession();

        tab.go("/login?next=/cv");
        tab.button("Entrer avec une clé d’accès").click();

        // Not the address that only names it as the next one.
        tab.page().waitForURL(address -> address.endsWith("/cv") && !address.contains("next="));
        tab.go("/account/security");
        assertThat(tab.page().getByText("Dernier usage le")).isVisible();
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void whoIsNotRecognisedDoesNotGetIn() {
        add("Téléphone");
        tab.loseSession();
        device.recogniseNobody();

        tab.go("/login?next=/cv");
        tab.button("Entrer avec une clé d’accès").click();

        assertThat(tab.page().getByText("Aucune clé d’accès n’a répondu.")).isVisible();
        assertThat(tab.path()).isEqualTo("/login?next=/cv");
    }

    @Test
    void removedPasskeyOpensNothing() {
        add("Vieux téléphone");
        tab.link("Modifier «\u00a0Vieux téléphone\u00a0»").click();
        tab.button("Retirer la clé").click();
        assertThat(tab.page().getByText("La clé d’accès est retirée.")).isVisible();
        Mailbox.await(person.email(), REMOVED);
        tab.loseSession();

        tab.go("/login");
        tab.button("Entrer avec une clé d’accès").click();

        assertThat(tab.page().getByText("Aucune clé d’accès n’a répondu.")).isVisible();
    }

    @Test
    void sameDeviceIsNotAddedTwice() {
        add("Téléphone");

        tab.field("Nom de la clé").fill("Encore");
        tab.button("Ajouter une clé d’accès").click();

        assertThat(tab.page().getByText("Cet appareil a déjà une clé pour ce compte."))
                .isVisible();
        assertThat(device.passkeys()).isEqualTo(1);
    }

    @Test
    void withoutScriptsTheButtonIsNotThere() {
        var plain = browsers.open(Look.DESKTOP.withoutScripts());
        plain.go("/login");
        assertThat(plain.page().locator("[data-passkey-sign-in]")).isHidden();
        assertThat(plain.field("Votre adresse e-mail")).isVisible();
    }
}
