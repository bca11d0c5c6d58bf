package io.capitune.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator does to an account, and what its owner sees of it. */
class AdminJourneyTest {

    private static final String WHY = "Une annonce pour un travail qui n’existe pas";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Candidate person = Candidate.signedIn();
    private final Tab tab = browsers.open().signedInAs(Candidate.administrator());

    @Test
    void accountIsFoundGivenARoleSuspendedAndRestoredAndAllOfItIsWrittenDown() {
        find();
        giveRole();
        suspend();
        var owner = browsers.open();
        assertKeptOut(owner);
        restore();
        owner.page().reload();
        owner.page().waitForURL("**/cv");
        readTheLog();
        assertThat(tab.complaints()).isEmpty();
    }

    private void find() {
        tab.go("/cv");
        tab.field("Votre compte").click();
        tab.link("Administration").click();
        assertThat(tab.title()).hasText("Comptes");
        tab.field("Adresse ou identifiant").fill(person.email());
        tab.button("Chercher").click();
        assertThat(tab.page().locator(".row--user")).hasCount(1);
        tab.link(person.email()).click();
        assertThat(tab.title()).hasText(person.email());
    }

    private void giveRole() {
        choose("Changer le rôle");
        tab.field("Professionnel").check();
        tab.page().getByLabel("Identité vérifiée").check();
        tab.field("Motif").fill("A montré son diplôme");
        tab.button("Changer le rôle").click();
        assertThat(tab.page().getByText("Le rôle est enregistré.")).isVisible();
        assertThat(tab.page().locator(".user-state")).containsText("Professionnel vérifié");
    }

    private void suspend() {
        choose("Suspendre");
        tab.field("Motif").fill(WHY);
        tab.button("Suspendre").click();
        assertThat(tab.page().getByText("Le compte est suspendu. Un message est parti."))
                .isVisible();
        var told = Mailbox.await(person.email(), "Votre compte est suspendu");
        assertThat(told.text()).contains(WHY);
    }

    private void assertKeptOut(Tab owner) {
        owner.go("/login?next=/cv");
        owner.signIn(person.email());
        assertThat(owner.title()).hasText("Ce compte est suspendu");
        assertThat(owner.page().getByText(WHY)).isVisible();
        owner.picture("suspended");
    }

    private void restore() {
        choose("Rétablir");
        tab.button("Rétablir").click();
        assertThat(tab.page().getByText("Le compte est rétabli. Un message est parti."))
                .isVisible();
        Mailbox.await(person.email(), "Votre compte est de nouveau ouvert");
    }

    private void readTheLog() {
        tab.link("Comptes").click();
        tab.link("Journal").click();
        tab.field("Sur le compte").fill(person.email());
        tab.button("Chercher").click();
        assertThat(tab.page().locator(".row--entry h3"))
                .hasText(new String[] {"Compte rétabli", "Compte suspendu", "Rôle changé"});
        tab.field("Acte").selectOption("Compte suspendu");
        tab.button("Chercher").click();
        assertThat(tab.page().locator(".row--entry")).hasCount(1);
        assertThat(tab.page().locator(".entry-reason")).hasText(WHY);
        tab.field("Acte").selectOption("Tous les actes");
        tab.field("Mots du motif").fill("DIPLOME montré");
        tab.field("Réseau").fill("127.0.0.1");
        tab.button("Chercher").click();
        assertThat(tab.page().locator(".row--entry h3")).hasText("Rôle changé");
    }

    /** One of the acts that the account's page offers, each named with what it does. */
    private void choose(String act) {
        tab.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(act))
                .click();
    }
}
