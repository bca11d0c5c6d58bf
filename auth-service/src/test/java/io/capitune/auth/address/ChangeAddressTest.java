package io.capitune.auth.address;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.DatabaseCommands;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** Another address for an account: who may ask for it, what confirms it, and who is told. */
@QuarkusTest
@AuthTest
class ChangeAddressTest extends AddressScene {

    @Inject
    DatabaseCommands commands;

    @Test
    void addressChangesWithTheLinkSentToTheNewOneAndTheOldOneIsTold() {
        var browser = people.signedIn("old@address.exemple.fr");
        var id = people.id("old@address.exemple.fr");

        assertThat(addresses.ask(browser, "new@address.exemple.fr").statusCode())
                .isEqualTo(202);
        assertThat(people.email(id)).as("asked, not confirmed").isEqualTo("old@address.exemple.fr");
        assertThat(notices.kinds("old@address.exemple.fr")).isEmpty();

        var page = new Browser().get("/confirm-email?token=" + addresses.confirmation("new@address.exemple.fr"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("new@address.exemple.fr", "Confirmer cette adresse");
        assertThat(addresses.confirm("new@address.exemple.fr").body())
                .contains("Votre adresse est changée", "new@address.exemple.fr");

        assertThat(people.email(id)).isEqualTo("new@address.exemple.fr");
        assertThat(notices.kinds("old@address.exemple.fr")).containsExactly("email-changed");
        assertThat(notices.to("old@address.exemple.fr").getFirst().encode())
                .contains("/undo-email?token=", "\"validMinutes\":10080")
                .doesNotContain("new@address");
        clock.forward(Duration.ofSeconds(4));
        assertThat(browser.token()).as("sessions go on").isNotEmpty();
        assertThat(new JsonObject(browser.get("/api/users/me").body()).getString("email"))
                .isEqualTo("new@address.exemple.fr");
        assertThat(new Browser().signIn(mails, "new@address.exemple.fr").token())
                .isNotEmpty();
    }

    @Test
    void knownAddressIsAnsweredAlikeWithTheSameCommandsAndItsOwnerIsTold() {
        people.signedIn("known@address.exemple.fr");
        var browser = people.signedIn("asking@address.exemple.fr");

        var known = new AtomicReference<HttpResponse<String>>();
        var unknown = new AtomicReference<HttpResponse<String>>();
        var first = commands.of(() -> known.set(addresses.ask(browser, "known@address.exemple.fr")));
        var second = commands.of(() -> unknown.set(addresses.ask(browser, "unknown@address.exemple.fr")));

        assertThat(unknown.get().statusCode())
                .isEqualTo(202)
                .isEqualTo(known.get().statusCode());
        assertThat(unknown.get().body()).isEqualTo(known.get().body());
        assertThat(second).isEqualTo(first);
        var letter = notices.to("known@address.exemple.fr").getLast();
        assertThat(letter.getString("kind")).isEqualTo("email-taken");
        assertThat(letter.encode()).doesNotContain("token", "asking@");
    }

    @Test
    void addressTakenMeanwhileIsRefusedAndNothingChanges() {
        var browser = people.signedIn("late@address.exemple.fr");
        addresses.ask(browser, "contested@address.exemple.fr");
        new Browser().signIn(mails, "contested@address.exemple.fr");

        var answer = addresses.confirm("contested@address.exemple.fr");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("déjà un compte").doesNotContain("late@address");
        assertThat(people.id("late@address.exemple.fr")).isNotEmpty();
        assertThat(notices.kinds("late@address.exemple.fr")).isEmpty();
    }

    @Test
    void sessionLeftOpenIsNotEnough() {
        var without = people.signedIn("open@address.exemple.fr");
        clock.forward(Duration.ofMinutes(20));
        without.with("Authorization", without.token());
        assertThat(addresses.ask(without, "open-new@address.exemple.fr").statusCode())
                .isEqualTo(403);
        assertThat(Browser.location(without.get("/account/email"))).startsWith("/account/security/again");
        assertThat(without.postForm("/account/email", Map.of("email", "open-new@address.exemple.fr"))
                        .statusCode())
                .isEqualTo(303);

        var with = people.withPassword("password@address.exemple.fr");
        assertThat(addresses.ask(with, "open-new@address.exemple.fr").statusCode())
                .isEqualTo(422);
        assertThat(addresses.ask(with, "open-new@address.exemple.fr", "not it").statusCode())
                .isEqualTo(422);
        assertThat(notices.kinds("open-new@address.exemple.fr")).isEmpty();
        assertThat(addresses.ask(with, "open-new@address.exemple.fr", PASSWORD).statusCode())
                .isEqualTo(202);
    }

    @Test
    void formShowsWhatIsWrongBesideTheField() {
        var browser = people.withPassword("form@address.exemple.fr");
        assertThat(browser.get("/account").body()).contains("href=\"/account/email\"");
        assertThat(browser.get("/account/email").body()).contains("form@address.exemple.fr", "Mot de passe du compte");

        assertThat(browser.postForm("/account/email", Map.of("email", "nothing", "password", PASSWORD))
                        .body())
                .contains("id=\"email-error\"", "aria-invalid=\"true\"");
        assertThat(browser.postForm("/account/email", Map.of("email", "Form@address.exemple.FR", "password", PASSWORD))
                        .body())
                .contains("déjà l’adresse de votre compte");
        var wrong = browser.postForm(
                "/account/email", Map.of("email", "form-new@address.exemple.fr", "password", "not it"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"password-error\"", "form-new@address.exemple.fr");
        var sent = browser.with("Accept-Language", "en")
                .postForm("/account/email", Map.of("email", "form-new@address.exemple.fr", "password", PASSWORD));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("form-new@address.exemple.fr");
        assertThat(notices.kinds("form-new@address.exemple.fr")).containsExactly("confirm-email");
    }

    @Test
    void changedPasswordEndsAChangeUnderWay() {
        var browser = people.withPassword("under-way@address.exemple.fr");
        addresses.ask(browser, "under-way-new@address.exemple.fr", PASSWORD);
        var change = new JsonObject().put("current", PASSWORD).put("password", PASSWORD + " bleu");
        browser.postJson("/api/auth/change-password", change.encode());
        assertThat(addresses.confirm("under-way-new@address.exemple.fr").statusCode())
                .isEqualTo(410);
    }

    @Test
    void accountWritesToFewStrangers() {
        var browser = people.signedIn("busy@address.exemple.fr");
        for (var i = 0; i < 5; i++) {
            assertThat(addresses
                            .ask(browser, "stranger-" + i + "@address.exemple.fr")
                            .statusCode())
                    .isEqualTo(202);
        }
        var refused = addresses.ask(browser, "stranger-5@address.exemple.fr");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(notices.kinds("stranger-5@address.exemple.fr")).isEmpty();
        assertThat(browser.postForm("/account/email", Map.of("email", "stranger-6@address.exemple.fr"))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void pagesSpeakEnglish() {
        var browser = people.signedIn("english@address.exemple.fr");
        browser.postForm("/language", Map.of("locale", "en"));
        addresses.ask(browser, "english-new@address.exemple.fr");
        assertThat(notices.to("english-new@address.exemple.fr").getFirst().getString("locale"))
                .isEqualTo("en");
        var token = addresses.confirmation("english-new@address.exemple.fr");
        assertThat(new Browser()
                        .with("Accept-Language", "en")
                        .get("/confirm-email?token=" + token)
                        .body())
                .contains("Confirm this address");
    }
}
