package io.capitune.e2e;

import java.nio.file.Path;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Look;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Pdf;
import io.capitune.e2e.system.Resumes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** From the first visit to the PDF and what comes after, as people do it in a browser. */
class CvJourneyTest {

    private static final String NAME = "Prénom et nom";
    private static final String PRINT = "Générer le PDF";
    private static final String READY = "Votre CV est prêt";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final CapituneSystem system = CapituneSystem.get();

    private static Locator section(Tab tab, String name) {
        var heading = tab.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
        var section = tab.page().locator("details.sect", new Page.LocatorOptions().setHas(heading));
        if (section.getAttribute("open") == null) {
            section.locator("summary").first().click();
        }
        return section;
    }

    private static Locator in(Locator section, String label) {
        return section.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Waits for the page to say by itself that the CV is there; gives its id. */
    private static String awaitReady(Tab tab) {
        assertThat(tab.title()).hasText(READY, new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        return tab.path().replaceFirst("^/cv/", "");
    }

    private static Pdf downloaded(Tab tab) {
        var download =
                tab.page().waitForDownload(() -> tab.link("Télécharger le PDF").click());
        assertThat(download.suggestedFilename()).isEqualTo("CV Zoé Tremblay.pdf");
        return Pdf.of(download.path());
    }

    @Test
    void fromTheFirstVisitToTheDownloadedPdf() {
        var address = Candidate.newAddress();
        var tab = browsers.open();
        tab.go("/");
        tab.link("Créer mon CV").first().click();
        tab.signIn(address);
        assertThat(tab.title()).hasText("Un CV en quelques minutes");

        tab.field("Poste visé").fill("Cheffe d’équipe logistique");
        var basics = section(tab, "Coordonnées");
        in(basics, NAME).fill("Zoé Tremblay");
        in(basics, "E-mail").fill("zoe.tremblay@exemple.fr");
        in(basics, "Téléphone").fill("0612345678");
        in(basics, "Ville").fill("Avignon");
        var work = section(tab, "Expérience");
        in(work, "Poste").fill("Magasinière");
        in(work, "Employeur").fill("Entrepôt des Alpilles");
        in(work, "Début").fill("mars 2021");
        in(work, "J’y travaille encore").check();
        work.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ajouter une ligne"))
                .click();
        in(work, "Ligne").last().fill("Prépare 140 commandes par jour.");
        var education = section(tab, "Formation");
        education
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ajouter une formation"))
                .click();
        in(education, "Diplôme ou titre").fill("CAP Opérateur logistique");
        in(education, "Établissement").fill("Lycée René-Char");
        var preview = tab.page().frameLocator("iframe.preview__frame--there");
        assertThat(preview.getByText("CAP Opérateur logistique"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        tab.button(PRINT).click();

        tab.page().waitForURL("**/cv/*");
        var id = awaitReady(tab);
        var mail = Mailbox.await(address, Mailbox.CV_READY);
        assertThat(mail.path()).isEqualTo("/cv/" + id);
        tab.go(mail.path());
        var pdf = downloaded(tab);
        assertThat(Stream.of(
                        "Zoé Tremblay",
                        "Cheffe d’équipe logistique",
                        "06 12 34 56 78",
                        "zoe.tremblay@exemple.fr",
                        "Avignon",
                        "Magasinière",
                        "Entrepôt des Alpilles",
                        "depuis mars 2021",
                        "Prépare 140 commandes par jour.",
                        "CAP Opérateur logistique",
                        "Lycée René-Char"))
                .allMatch(pdf::says);
        var picture = tab.page().getByAltText("Première page du CV");
        assertThat(picture.evaluate("it => it.decode().then(() => it.naturalWidth)"))
                .isEqualTo(1000);
        assertThat(tab.page()
                        .getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("Nom"))
                        .first())
                .containsText("Zoé Tremblay");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void statusMovesByItselfAndWithoutScriptsByRefresh() {
        var person = Candidate.signedIn();
        var withScripts = browsers.open().signedInAs(person);
        var without = browsers.open(Look.DESKTOP.withoutScripts()).signedInAs(person);

        system.whileWorkersStandStill(() -> {
            var id = person.submit(Resumes.any());
            withScripts.go("/cv/" + id);
            without.go("/cv/" + id);
            for (var tab : new Tab[] {withScripts, without}) {
                assertThat(tab.title()).hasText("Votre CV s’imprime");
                assertThat(tab.page().getByText("Vous êtes le prochain.")).isVisible();
            }
        });

        awaitReady(withScripts);
        awaitReady(without);
        assertThat(withScripts.complaints()).isEmpty();
    }

    static Stream<Path> examples() {
        return Resumes.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsImportedWithoutScriptsToo(Path example) {
        var tab = browsers.open(Look.DESKTOP.withoutScripts()).signedInAs(Candidate.signedIn());
        tab.go("/generate/import");

        tab.field("Fichier").setInputFiles(example);
        tab.button("Remplir le formulaire").click();

        var resume = Resumes.example(example);
        assertThat(tab.page().getByText("Votre CV est importé.")).isVisible();
        assertThat(tab.field(NAME)).hasValue(resume.at("/basics/name").asText());
        assertThat(tab.page().locator("[data-list='/resume/work'] > details.entry"))
                .hasCount(resume.path("work").size());
    }

    @Test
    void importedFileIsPrinted() {
        var person = Candidate.signedIn();
        var tab = browsers.open().signedInAs(person);
        tab.go("/generate");

        tab.link("Importer").click();
        tab.field("Fichier").setInputFiles(Resumes.example("gestionnaire-de-paie.json"));
        tab.button("Remplir le formulaire").click();
        assertThat(tab.page().getByText("Votre CV est importé.").first()).isVisible();
        assertThat(tab.field(NAME)).hasValue("Camille Lefèvre-Roux");
        tab.button(PRINT).click();

        tab.page().waitForURL("**/cv/*");
        var pdf = person.download(awaitReady(tab));
        assertThat(Stream.of("Camille Lefèvre-Roux", "Groupe Atlantis", "Laboratoires Vernay", "Mairie de Cholet"))
                .allMatch(pdf::says);
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void fieldThatHasToBeMendedIsNamedAndNothingIsLost() {
        var person = Candidate.signedIn();
        var tab = browsers.open().signedInAs(person);
        tab.go("/generate");

        tab.field("Poste visé").fill("Cheffe d’équipe");
        tab.button(PRINT).click();

        assertThat(tab.page().getByText("Rien n’est perdu. Quelques champs sont à reprendre."))
                .isVisible();
        tab.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("À reprendre"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(tab.field(NAME)).isFocused();
        assertThat(tab.field("Poste visé")).hasValue("Cheffe d’équipe");
        assertThat(person.used()).isZero();
    }

    @Test
    void correctionReplacesTheCvAndCostsNothing() {
        var person = Candidate.signedIn();
        var first = person.submit(Resumes.any());
        person.awaitDone(first);
        var tab = browsers.open().signedInAs(person);
        tab.go("/cv/" + first);

        tab.link("Corriger").click();
        assertThat(tab.title()).hasText("Corriger ce CV");
        in(section(tab, "Coordonnées"), NAME).fill("Zoé Tremblay-Roy");
        tab.button(PRINT).click();

        tab.page().waitForURL(url -> url.contains("/cv/") && !url.contains(first));
        var second = awaitReady(tab);
        assertThat(person.download(second).says("Zoé Tremblay-Roy")).isTrue();
        assertThat(person.used()).isEqualTo(1);
        assertThat(person.get("/api/cv/jobs/" + first).status()).isEqualTo(404);
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void duplicateBeginsANewCvWithTheSameWords() {
        var person = Candidate.signedIn();
        var first = person.submit(Resumes.any());
        person.awaitDone(first);
        var tab = browsers.open().signedInAs(person);
        tab.go("/cv");

        moreActions(tab);
        tab.link("Dupliquer").click();
        assertThat(tab.title()).hasText("Un CV en quelques minutes");
        assertThat(tab.field(NAME)).hasValue("Zoé Tremblay");
        tab.button(PRINT).click();

        tab.page().waitForURL("**/cv/*");
        assertThat(awaitReady(tab)).isNotEqualTo(first);
        assertThat(person.used()).isEqualTo(2);
        person.awaitDone(first);
    }

    private static void moreActions(Tab tab) {
        tab.page().getByLabel("Plus d’actions pour").click();
    }

    @Test
    void deletingAsksFirst() {
        var person = Candidate.signedIn();
        var id = person.submit(Resumes.any());
        person.awaitDone(id);
        var tab = browsers.open().signedInAs(person);
        tab.go("/cv");

        moreActions(tab);
        tab.link("Supprimer").click();
        tab.button("Garder").click();
        person.awaitDone(id);
        moreActions(tab);
        tab.link("Supprimer").click();
        tab.button("Supprimer").click();

        assertThat(tab.page().getByText("C’est supprimé.")).isVisible();
        assertThat(person.get("/api/cv/jobs/" + id).status()).isEqualTo(404);
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void usedUpQuotaLeadsToThePlansAndKeepsTheForm() {
        var person = Candidate.signedIn();
        for (int i = 0; i < 3; i++) {
            person.submit(Resumes.any());
        }
        var tab = browsers.open().signedInAs(person);
        tab.go("/generate");
        in(section(tab, "Coordonnées"), NAME).fill("Zoé Tremblay");
        tab.button(PRINT).click();

        assertThat(tab.page().getByText("Votre saisie est gardée.")).isVisible();
        assertThat(tab.field(NAME)).hasValue("Zoé Tremblay");
        tab.link("Voir les offres").first().click();
        tab.page().waitForURL("**/upgrade");
        assertThat(tab.page().getByText("3 CV sur 3 utilisés")).isVisible();
    }

    @Test
    void failedPrintGivesItsUnitBackAndIsTriedAgain() {
        var person = Candidate.signedIn();
        var tab = browsers.open().signedInAs(person);
        system.whileNobodyHeals(() -> {
            system.process("render-service").kill();
            tab.go("/cv/" + person.submit(Resumes.any()));
            assertThat(tab.title())
                    .hasText("L’impression n’a pas abouti", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(person.used()).isZero();
        });

        tab.button("Réessayer").click();

        awaitReady(tab);
        assertThat(person.used()).isEqualTo(1);
        assertThat(downloaded(tab).says("Entrepôt des Alpilles")).isTrue();
    }

    @Test
    void formSurvivesAnExpiredSession() {
        var person = Candidate.signedIn();
        var tab = browsers.open().signedInAs(person);
        tab.go("/generate");
        in(section(tab, "Coordonnées"), NAME).fill("Zoé Tremblay");
        tab.loseSession();
        tab.button(PRINT).click();

        tab.page().waitForURL("**/login?next=*");
        tab.signIn(person.email());

        assertThat(tab.path()).isEqualTo("/generate");
        assertThat(tab.field(NAME)).hasValue("Zoé Tremblay");
        tab.button(PRINT).click();
        tab.page().waitForURL("**/cv/*");
    }
}
