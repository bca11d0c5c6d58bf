package io.capitune.auth.address;

import java.time.Duration;
import java.util.Map;

import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** The address that an account has left: it opens nothing more, and is kept for a while from everybody else. */
@QuarkusTest
@AuthTest
class FormerAddressTest extends AddressScene {

    @Test
    void oldAddressOpensTheAccountNoMore() {
        var browser = people.signedIn("left@address.exemple.fr");
        var id = people.id("left@address.exemple.fr");
        new Browser().postJson("/api/auth/signin/email", "{\"email\":\"left@address.exemple.fr\"}");
        var signInLink = mails.latest("left@address.exemple.fr").token();
        new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"left@address.exemple.fr\"}");
        var resetLink = notices.token("left@address.exemple.fr");
        addresses.move(browser, "left-new@address.exemple.fr");

        var entered = new Browser();
        var answer = entered.postForm("/api/auth/callback/email", Map.of("token", signInLink));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Ce compte a une autre adresse").doesNotContain("left-new");
        assertThat(entered.token()).isEmpty();
        assertThat(new Browser().get("/reset-password?token=" + resetLink).statusCode())
                .isEqualTo(410);
        assertThat(database.getCollection("accounts").countDocuments(Filters.eq("email", "left@address.exemple.fr")))
                .isZero();
        assertThat(people.email(id)).isEqualTo("left-new@address.exemple.fr");
    }

    @Test
    void nobodyElseGetsTheOldAddressWhileItCanComeBack() {
        var browser = people.signedIn("kept@address.exemple.fr");
        addresses.move(browser, "kept-new@address.exemple.fr");

        addresses.ask(people.signedIn("grabbing@address.exemple.fr"), "kept@address.exemple.fr");
        assertThat(notices.kinds("kept@address.exemple.fr")).containsExactly("email-changed", "email-taken");
        var registering = new Browser();
        registering.postJson(
                "/api/auth/register",
                new JsonObject()
                        .put("email", "kept@address.exemple.fr")
                        .put("password", PASSWORD)
                        .encode());
        var link = notices.token("kept@address.exemple.fr");
        assertThat(registering.postForm("/verify-email", Map.of("token", link)).statusCode())
                .isEqualTo(409);
        assertThat(addresses.undo("kept@address.exemple.fr").statusCode()).isEqualTo(200);

        addresses.move(people.signedIn("kept@address.exemple.fr"), "kept-newer@address.exemple.fr");
        clock.forward(Duration.ofDays(8));
        assertThat(new Browser().signIn(mails, "kept@address.exemple.fr").token())
                .isNotEmpty();
    }

    @Test
    void ownerReturnsToTheOldAddressWithoutAnUndo() {
        var browser = people.signedIn("back@address.exemple.fr");
        addresses.move(browser, "back-new@address.exemple.fr");
        addresses.ask(browser, "back@address.exemple.fr");
        assertThat(addresses.confirm("back@address.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(new Browser().signIn(mails, "back@address.exemple.fr").token())
                .isNotEmpty();
    }

    @Test
    void servicesLearnOfTheFormerAddressUntilSomebodyElseHasIt() {
        var browser = people.signedIn("former@address.exemple.fr");
        var id = people.id("former@address.exemple.fr");
        addresses.move(browser, "former-new@address.exemple.fr");
        var service = service();
        assertThat(new JsonObject(service.get("/internal/users/" + id).body()).getJsonArray("formerEmails"))
                .containsExactly("former@address.exemple.fr");

        clock.forward(Duration.ofDays(8));
        new Browser().signIn(mails, "former@address.exemple.fr");
        assertThat(new JsonObject(service.get("/internal/users/" + id).body()).getJsonArray("formerEmails"))
                .as("somebody else's by now")
                .isEmpty();
    }

    private static Browser service() {
        var client = Map.of(
                "grant_type", "client_credentials", "client_id", "pdf-worker", "client_secret", "s3cret+for/tests=");
        var answer = new Browser().postForm("/api/auth/token", client);
        return new Browser().with("Authorization", "Bearer " + new JsonObject(answer.body()).getString("access_token"));
    }
}
