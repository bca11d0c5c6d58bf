package io.capitune.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.e2e.browser.Browsers;
import io.capitune.e2e.browser.Tab;
import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Mailbox;
import io.capitune.e2e.system.Resumes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An account from its first day to its last. */
class AccountJourneyTest {

    private static final String FIRST = "trois girafes à vélo";
    private static final String SECOND = "quatre girafes à pied";
    private static final String THIRD = "cinq girafes en train";

    private static final String RECEIPT = "Votre compte est supprimé";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final CapituneSystem system = CapituneSystem.get();
    private final Tab tab = browsers.open();

    @Test
    void passwordIsChosenChangedForgottenAndChosenAgain() {
        var address = Candidate.newAddress();

        register(address);
        signOut();
        enter(address, FIRST);
        tab.page().waitForURL("**/generate");

        changeTo(SECOND);
        Mailbox.await(address, "Votre mot de passe a changé");
        signOut();

        forget(address);
        tab.go(Mailbox.await(address, Mailbox.RESET).path());
        tab.field("Nouveau mot de passe").fill(THIRD);
        tab.button("Enregistrer").click();
        assertThat(tab.page().getByText("Votre mot de passe est changé. Entrez avec le nouveau."))
                .isVisible();

        enter(address, SECOND);
        assertThat(tab.page().getByText("Cette adresse et ce mot de passe ne vont pas ensemble."))
                .isVisible();
        enter(address, THIRD);
        tab.page().waitForURL("**/generate");
        assertThat(tab.complaints()).isEmpty();
    }

    private void register(String address) {
        tab.go("/login");
        tab.link("Entrer avec un mot de passe").click();
        tab.link("Créer un compte avec un mot de passe").click();
        tab.field("Votre adresse e-mail").fill(address);
        tab.field("Mot de passe, facultatif").fill(FIRST);
        tab.button("Continuer").click();
        assertThat(tab.title()).hasText("Regardez votre messagerie");
        tab.go(Mailbox.await(address, Mailbox.REGISTER).path());
        tab.button("Ouvrir mon compte").click();
        tab.page().waitForURL("**/generate");
    }

    private void enter(String address, String password) {
        tab.go("/login/password");
        tab.field("Votre adresse e-mail").fill(address);
        tab.field("Mot de passe").fill(password);
        tab.button("Entrer").click();
    }

    private void changeTo(String password) {
        tab.field("Votre compte").click();
        tab.link("Mon compte").click();
        tab.link("Changer le mot de passe").click();
        tab.field("Mot de passe actuel").fill(FIRST);
        tab.field("Nouveau mot de passe").fill(password);
        tab.button("Enregistrer").click();
        assertThat(tab.page().getByText("Votre mot de passe est enregistré.")).isVisible();
    }

    private void forget(String address) {
        tab.go("/login/password");
        tab.link("Mot de passe oublié\u202f?").click();
        tab.field("Votre adresse e-mail").fill(address);
        tab.button("Recevoir un lien par e-mail").click();
        assertThat(tab.title()).hasText("Regardez votre messagerie");
    }

    private void signOut() {
        tab.field("Votre compte").click();
        tab.button("Se déconnecter").click();
        tab.page().waitForURL("**/");
    }

    @Test
    void deletedAccountIsErasedEverywhereAndItsOwnerIsTold() {
        var person = Candidate.signedIn();
        var id = person.id();
        var job = person.submit(Resumes.any());
        person.awaitDone(job);
        var file = system.fileOf(job);
        tab.signedInAs(person);

        delete(person.email());

        assertThat(tab.title()).hasText("Votre compte est fermé");
        assertThat(tab.complaints()).isEmpty();
        tab.go("/cv");
        assertThat(tab.path()).isEqualTo("/login?next=%2Fcv");
        awaitErased(id, person.email());
        assertThat(file).doesNotExist();
        var again = Candidate.signedIn(person.email());
        assertThat(again.id()).isNotEqualTo(id);
        assertThat(again.get("/api/cv/jobs").json().get("items")).isEmpty();
    }

    private void delete(String address) {
        tab.go("/account");
        tab.link("Mes données").click();
        tab.link("Voir ce qui sera effacé").click();
        var confirmation = tab.field("Pour confirmer, écrivez l’adresse de votre compte");
        confirmation.fill("autre@exemple.fr");
        tab.button("Supprimer mon compte pour toujours").click();
        assertThat(tab.page().getByText("Ce n’est pas l’adresse de ce compte.")).isVisible();
        confirmation.fill(address);
        tab.button("Supprimer mon compte pour toujours").click();
    }

    /** Waits for the receipt, but not for the five minutes that tokens of the account would be good for. */
    private void awaitErased(String id, String address) {
        try (var client = MongoClients.create(system.status().get("mongodbUri").asText())) {
            var erasures = client.getDatabase("capitune").getCollection("erasures");
            Awaitility.await("the receipt")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        var now = Date.from(Instant.now());
                        erasures.updateOne(
                                Filters.and(Filters.eq("_id", id), Filters.gt("dueAt", now)),
                                Updates.combine(Updates.set("lastTokenEndsAt", now), Updates.set("dueAt", now)));
                        return !Mailbox.all(address, RECEIPT).isEmpty();
                    });
        }
        assertThat(Mailbox.all(address, RECEIPT)).hasSize(1);
    }
}
