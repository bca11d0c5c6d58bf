package io.capitune.auth.register;

import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class RegisterTest {

    private static final String PASSWORD = "le hibou compte les nuages";

    @Inject
    Notices notices;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    MongoDatabase database;

    @Test
    void accountBeginsWithTheMailAndHasThePassword() {
        assertThat(register(new Browser(), "new@register.exemple.fr", "professional"))
                .isEqualTo(202);
        assertThat(count("new@register.exemple.fr")).isZero();
        assertThat(login("new@register.exemple.fr")).isEqualTo(401);

        var verified = new Browser()
                .postJson(
                        "/api/auth/verify-email",
                        new JsonObject()
                                .put("token", notices.token("new@register.exemple.fr"))
                                .encode());

        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(login("new@register.exemple.fr")).isEqualTo(200);
        var account = database.getCollection("accounts")
                .find(new Document("email", "new@register.exemple.fr"))
                .first();
        assertThat(account.getList("roles", String.class)).containsExactly("professional");
        assertThat(account.get("verifiedAt")).isNull();
    }

    @Test
    void whoConfirmsInAnotherBrowserIsNotGivenAPasswordThatSomebodyElseChose() {
        register(new Browser(), "prey@register.exemple.fr", "candidate");
        var token = notices.token("prey@register.exemple.fr");
        var victim = new Browser();

        assertThat(victim.get("/verify-email?token=" + token).body()).contains("par prudence");
        assertThat(victim.postForm("/verify-email", Map.of("token", token)).statusCode())
                .isEqualTo(303);

        assertThat(victim.token()).isNotEmpty();
        assertThat(login("prey@register.exemple.fr")).as("the attacker").isEqualTo(401);
    }

    @Test
    void sameBrowserKeepsThePasswordThatItChose() {
        var browser = new Browser();
        var sent = browser.postForm(
                "/register", Map.of("email", "same@register.exemple.fr", "password", PASSWORD, "role", "candidate"));
        assertThat(sent.statusCode()).isEqualTo(200);
        var token = notices.token("same@register.exemple.fr");
        assertThat(browser.get("/verify-email?token=" + token).body()).doesNotContain("par prudence");
        browser.postForm("/verify-email", Map.of("token", token));
        assertThat(login("same@register.exemple.fr")).isEqualTo(200);
    }

    @Test
    void scannersOfMailsConsumeNothingAndOfAHundredUsesOneOpensTheAccount() {
        register(new Browser(), "scanned@register.exemple.fr", "candidate");
        var token = notices.token("scanned@register.exemple.fr");
        for (var i = 0; i < 3; i++) {
            new Browser().head("/verify-email?token=" + token);
            new Browser().get("/verify-email?token=" + token);
        }
        assertThat(count("scanned@register.exemple.fr")).isZero();

        var body = new JsonObject().put("token", token).encode();
        var statuses = Crowd.atOnce(
                100,
                () -> new Browser().postJson("/api/auth/verify-email", body).statusCode());
        assertThat(statuses).hasSize(100).containsOnlyOnce(200);
        assertThat(login("scanned@register.exemple.fr")).isEqualTo(200);
    }

    @Test
    void accountThatAPressMadeWhichThenFailedHasThePasswordAtTheNext() {
        var browser = new Browser();
        register(browser, "twice@register.exemple.fr", "professional");
        accounts.ofOwner(new EmailAddress("twice@register.exemple.fr"), "fr", "professional");

        browser.postForm("/verify-email", Map.of("token", notices.token("twice@register.exemple.fr")));

        assertThat(login("twice@register.exemple.fr")).isEqualTo(200);
    }

    @Test
    void whoCameInByAnotherWayMeanwhileIsToldThatTheAccountStaysAsItIs() {
        var browser = new Browser();
        register(browser, "late@register.exemple.fr", "professional");
        var token = notices.token("late@register.exemple.fr");
        people.signedIn("late@register.exemple.fr");

        assertThat(browser.get("/verify-email?token=" + token).body())
                .contains("votre compte reste tel qu’il est")
                .doesNotContain("par prudence");
        assertThat(browser.postForm("/verify-email", Map.of("token", token)).statusCode())
                .isEqualTo(303);
        assertThat(login("late@register.exemple.fr")).isEqualTo(401);
    }

    @Test
    void knownAddressIsAnsweredAlikeAndItsOwnerIsTold() {
        people.signedIn("taken@register.exemple.fr");
        assertThat(register(new Browser(), "taken@register.exemple.fr", "candidate"))
                .isEqualTo(202);
        assertThat(notices.kinds("taken@register.exemple.fr")).containsExactly("register-known");
        assertThat(notices.to("taken@register.exemple.fr").getLast().getString("url"))
                .doesNotContain("token");
        assertThat(login("taken@register.exemple.fr")).isEqualTo(401);
    }

    @Test
    void professionalRegistersByTheLinkAlone() {
        for (var body : new String[] {
            "{\"email\":\"%s\",\"role\":\"professional\"}",
            "{\"email\":\"%s\",\"role\":\"professional\",\"password\":\"\"}"
        }) {
            var email = "link-" + body.length() + "@register.exemple.fr";
            assertThat(new Browser()
                            .postJson("/api/auth/register", body.formatted(email))
                            .statusCode())
                    .isEqualTo(202);
            comesIn(new Browser(), email);
        }
    }

    @Test
    void pageTakesAnEmptyPasswordAndStillRefusesABadOne() {
        var browser = new Browser();
        var form = Map.of("email", "page@register.exemple.fr", "password", "", "role", "professional");
        assertThat(browser.postForm("/register", form).statusCode()).isEqualTo(200);
        comesIn(browser, "page@register.exemple.fr");

        var bad = Map.of("email", "bad@register.exemple.fr", "password", "court", "role", "professional");
        assertThat(new Browser().postForm("/register", bad).statusCode()).isEqualTo(422);
    }

    private void comesIn(Browser browser, String email) {
        var token = notices.token(email);
        assertThat(browser.get("/verify-email?token=" + token).body()).doesNotContain("par prudence");
        assertThat(browser.postForm("/verify-email", Map.of("token", token)).statusCode())
                .isEqualTo(303);
        assertThat(browser.token()).isNotEmpty();
        assertThat(login(email)).isEqualTo(401);
        var account = database.getCollection("accounts")
                .find(new Document("email", email))
                .first();
        assertThat(account.getList("roles", String.class)).containsExactly("professional");
        assertThat(database.getCollection("passwords").countDocuments(new Document("_id", people.id(email))))
                .isZero();
    }

    @Test
    void nobodyRegistersAsAnAdmin() {
        assertThat(register(new Browser(), "root@register.exemple.fr", "admin")).isEqualTo(422);
        assertThat(notices.kinds("root@register.exemple.fr")).isEmpty();
    }

    private static int register(Browser browser, String email, String role) {
        var body =
                new JsonObject().put("email", email).put("password", PASSWORD).put("role", role);
        return browser.postJson("/api/auth/register", body.encode()).statusCode();
    }

    private static int login(String email) {
        return new Browser().login(email, PASSWORD).statusCode();
    }

    private long count(String email) {
        return database.getCollection("accounts").countDocuments(new Document("email", email));
    }
}
