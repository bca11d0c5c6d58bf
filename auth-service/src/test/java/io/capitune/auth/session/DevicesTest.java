package io.capitune.auth.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.People;
import io.capitune.auth.token.Person;
import io.capitune.auth.token.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where an account is open, and how it is closed there: a token is worth what its session is worth now. */
@QuarkusTest
@AuthTest
class DevicesTest {

    private static final String CHECK = "/internal/session";
    private static final String SESSIONS = "/api/auth/sessions";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final int MOST = 50;
    private static final Duration WITHIN = Duration.ofMillis(3500);

    @Inject
    Mails mails;

    @Inject
    People people;

    @Inject
    Tokens tokens;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void listNamesEachDeviceAndSaysWhichOneAsks() {
        new Browser().with("User-Agent", FIREFOX).signIn(mails, "devices@devices.exemple.fr");
        var asking = people.signedIn("devices@devices.exemple.fr");

        var items = items(asking);

        assertThat(items).hasSize(2);
        assertThat(items.getFirst().getBoolean("current")).isTrue();
        assertThat(items.getLast().getBoolean("current")).isFalse();
        assertThat(items.getLast().getString("device")).isEqualTo("Firefox sur Linux");
        assertThat(items.getLast().getString("kind")).isEqualTo("browser");
    }

    @Test
    void endedSessionIsOverWithinFiveSecondsForItsCookieAndItsToken() {
        var asking = people.signedIn("ended@devices.exemple.fr");
        var other = new Browser().signIn(mails, "ended@devices.exemple.fr");
        var token = other.token();
        assertThat(withToken(token).statusCode()).isEqualTo(200);
        var id = Claims.of(token).getString("sid");

        assertThat(asking.delete(SESSIONS + "/" + id).statusCode()).isEqualTo(204);
        assertThat(asking.delete(SESSIONS + "/" + id).statusCode()).isEqualTo(404);

        assertThat(withToken(token).statusCode()).as("at once in this replica").isEqualTo(401);
        clock.forward(WITHIN);
        assertThat(other.token()).isEmpty();
        assertThat(items(asking)).hasSize(1);
    }

    @Test
    void nobodyEndsAnothersSession() {
        var victim = new Browser().signIn(mails, "victim@devices.exemple.fr");
        var id = Claims.of(victim.token()).getString("sid");
        var attacker = people.signedIn("attacker@devices.exemple.fr");

        assertThat(attacker.delete(SESSIONS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(attacker.postForm("/account/devices/" + id + "/end", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(attacker.delete(SESSIONS).statusCode()).isEqualTo(204);

        clock.forward(WITHIN);
        assertThat(victim.token()).isNotEmpty();
    }

    @Test
    void allOthersEndAndTheOneThatAsksStays() {
        var first = new Browser().signIn(mails, "others@devices.exemple.fr");
        var second = new Browser().signIn(mails, "others@devices.exemple.fr");
        var asking = people.signedIn("others@devices.exemple.fr");

        assertThat(asking.delete(SESSIONS).statusCode()).isEqualTo(204);

        clock.forward(WITHIN);
        assertThat(first.token()).isEmpty();
        assertThat(second.token()).isEmpty();
        assertThat(asking.token()).isNotEmpty();
    }

    @Test
    void oneSessionTooManyEndsTheOneOfItsKindThatWasUnusedForLongest() {
        var owner = people.withPassword("many@devices.exemple.fr");
        var first = accessToken("many@devices.exemple.fr");
        var second = accessToken("many@devices.exemple.fr");
        for (var i = 2; i < MOST; i++) {
            accessToken("many@devices.exemple.fr");
        }
        assertThat(withToken(first).statusCode()).isEqualTo(200);

        accessToken("many@devices.exemple.fr");

        clock.forward(WITHIN);
        assertThat(withToken(first).statusCode()).isEqualTo(401);
        assertThat(withToken(second).statusCode()).isEqualTo(200);
        assertThat(owner.token()).as("the browser's is of another kind").isNotEmpty();
        assertThat(items(owner)).hasSize(1 + MOST);
    }

    @Test
    void visitorsSeeNothing() {
        assertThat(new Browser().get(SESSIONS).statusCode()).isEqualTo(401);
        assertThat(new Browser().delete(SESSIONS).statusCode()).isEqualTo(401);
        assertThat(new Browser().get("/account/devices").statusCode()).isEqualTo(303);
    }

    @Test
    void tokenOfASuspendedAccountIsRefusedWithinFiveSeconds() {
        var browser = new Browser().signIn(mails, "banned@devices.exemple.fr");
        var token = browser.token();
        assertThat(withToken(token).statusCode()).isEqualTo(200);

        var suspension = new Document("reason", "spam").append("by", "x").append("at", new java.util.Date());
        database.getCollection("accounts")
                .updateOne(Filters.eq("email", "banned@devices.exemple.fr"), Updates.set("suspension", suspension));

        clock.forward(WITHIN);
        assertThat(withToken(token).statusCode()).isEqualTo(401);
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void tokenOfAnotherRoleIsHandedOnAsWhatItsOwnerIsNow() {
        var token = new Browser().signIn(mails, "promoted@devices.exemple.fr").token();
        assertThat(withToken(token).statusCode()).isEqualTo(200);

        people.become("promoted@devices.exemple.fr", "professional");
        clock.forward(WITHIN);

        var handedOn = withToken(token).headers().firstValue("Authorization").orElse("");
        assertThat(Claims.of(handedOn).getJsonArray("roles")).containsExactly("professional");
    }

    @Test
    void tokenThatNamesAnothersSessionIsRefused() {
        var victim = Claims.of(
                new Browser().signIn(mails, "named@devices.exemple.fr").token());
        new Browser().signIn(mails, "naming@devices.exemple.fr");
        var stolen = tokens.forPerson(new Person(
                people.id("naming@devices.exemple.fr"), List.of("candidate"), "fr", victim.getString("sid"), false));
        assertThat(withToken("Bearer " + stolen).statusCode()).isEqualTo(401);
    }

    @Test
    void tokenOfNoSessionIsRefused() {
        var gone = tokens.forPerson(new Person("nobody", List.of("admin"), "fr", "no-session", false));
        assertThat(withToken("Bearer " + gone).statusCode()).isEqualTo(401);
    }

    @Test
    void pagesKnowThatOthersUseTheDevice() {
        var shared = signedIn("told@devices.exemple.fr", true);
        var own = signedIn("told@devices.exemple.fr", false);
        assertThat(Claims.of(shared.token()).getBoolean("shared")).isTrue();
        assertThat(Claims.of(own.token()).containsKey("shared")).isFalse();
    }

    @Test
    void sessionOnASharedDeviceEndsAfterHalfAnHourWithoutUse() {
        var shared = signedIn("shared@devices.exemple.fr", true);
        var own = signedIn("shared@devices.exemple.fr", false);

        clock.forward(Duration.ofMinutes(31));

        assertThat(shared.token()).isEmpty();
        assertThat(own.token()).isNotEmpty();
    }

    @Test
    void sessionOnASharedDeviceLastsHalfAnHourFromItsLastUse() {
        var shared = signedIn("last-use@devices.exemple.fr", true);
        clock.forward(Duration.ofMinutes(4));
        assertThat(shared.token()).isNotEmpty();

        clock.forward(Duration.ofMinutes(29));
        assertThat(shared.token()).isNotEmpty();
        clock.forward(Duration.ofMinutes(31));
        assertThat(shared.token()).isEmpty();
    }

    @Test
    void pageShowsDevicesAndAsksBeforeItEndsTheOthers() {
        new Browser().with("User-Agent", FIREFOX).signIn(mails, "page@devices.exemple.fr");
        var asking = people.signedIn("page@devices.exemple.fr");

        assertThat(asking.get("/account/devices").body())
                .contains("Firefox sur Linux", "Cet appareil", "Fermer toutes les autres sessions");
        assertThat(asking.get("/account/devices/others").body()).contains("Sessions concernées", ": 1");
        assertThat(asking.postForm("/account/devices/others", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(asking.get("/account/devices?done=others").body())
                .contains("Toutes les autres sessions sont fermées", "nulle part ailleurs");
        assertThat(asking.get("/account/devices/others").body())
                .contains("Oublier les autres appareils", "un e-mail vous dira")
                .doesNotContain("Sessions concernées");
    }

    private Browser signedIn(String email, boolean shared) {
        var browser = new Browser();
        browser.postJson("/api/auth/signin/email", "{\"email\":\"%s\",\"shared\":%s}".formatted(email, shared));
        assertThat(browser.get(mails.latest(email).path()).statusCode()).isEqualTo(303);
        return browser;
    }

    private static String accessToken(String email) {
        var tokens = new JsonObject(new Browser().login(email, People.PASSWORD).body());
        return "Bearer " + tokens.getString("token");
    }

    private static java.net.http.HttpResponse<String> withToken(String token) {
        return new Browser().with("Authorization", token).get(CHECK);
    }

    private static List<JsonObject> items(Browser browser) {
        return new JsonObject(browser.get(SESSIONS).body())
                .getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }
}
