package io.capitune.auth.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** The mail that tells of a sign-in from a device that the account does not know. */
@QuarkusTest
@AuthTest
class NewDeviceTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String SAFARI =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1";

    private static final int MOST = 100;
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    People people;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void firstSignInOfAnAccountTellsNothing() {
        firefox().signIn(mails, "first@device.exemple.fr");
        assertThat(told("first@device.exemple.fr")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deviceThatWasShownTheDoorIsNewAgain(boolean allOthers) {
        var email = "door-" + allOthers + "@device.exemple.fr";
        var owner = firefox().signIn(mails, email);
        owner.with("Authorization", owner.token());
        var shown = safari().signIn(mails, email);
        var other = new JsonObject(owner.get("/api/auth/sessions").body())
                .getJsonArray("items")
                .getJsonObject(1)
                .getString("id");

        owner.delete("/api/auth/sessions" + (allOthers ? "" : "/" + other));
        var back = safari();
        back.plant("device", shown.cookie("device"));
        back.signIn(mails, email);

        assertThat(told(email)).hasSize(2);
    }

    @Test
    void secondBrowserIsToldWithItsNameAndTheWayToAct() {
        firefox().signIn(mails, "second@device.exemple.fr");
        safari().signIn(mails, "second@device.exemple.fr");

        var letter = told("second@device.exemple.fr").getFirst();
        assertThat(letter.getString("locale")).isEqualTo("fr");
        assertThat(letter.getString("url")).endsWith("/account/devices");
        assertThat(letter.getJsonObject("details").getString("device")).isEqualTo("Safari sur iPhone");
        assertThat(letter.getJsonObject("details").getString("at")).contains(" à ", "\u00a0h\u00a0");
        assertThat(told("second@device.exemple.fr")).hasSize(1);
    }

    @Test
    void letterSpeaksTheLanguageOfTheAccountWhateverTheBrowserSpeaks() {
        people.signedIn("english@device.exemple.fr").postForm("/language", Map.of("locale", "en"));
        safari().with("Accept-Language", "fr").signIn(mails, "english@device.exemple.fr");

        var letter = told("english@device.exemple.fr").getFirst();
        assertThat(letter.getString("locale")).isEqualTo("en");
        assertThat(letter.getJsonObject("details").getString("device")).isEqualTo("Safari on iPhone");
        assertThat(letter.getJsonObject("details").getString("at")).contains(" at ");
    }

    @Test
    void sameBrowserAgainTellsNothingEvenAfterASignOut() {
        firefox().signIn(mails, "again@device.exemple.fr");
        var browser = safari().signIn(mails, "again@device.exemple.fr");
        browser.postForm("/logout", Map.of());
        clock.forward(Duration.ofMinutes(2));
        later(browser).signIn(mails, "again@device.exemple.fr");
        assertThat(told("again@device.exemple.fr")).hasSize(1);
    }

    @Test
    void otherAccountInTheSameBrowserIsTold() {
        firefox().signIn(mails, "hers@device.exemple.fr");
        var his = safari().signIn(mails, "his@device.exemple.fr");
        his.signIn(mails, "hers@device.exemple.fr");
        assertThat(told("hers@device.exemple.fr")).hasSize(1);
        assertThat(told("his@device.exemple.fr")).isEmpty();

        var ids = devices("hers@device.exemple.fr");
        assertThat(ids).hasSize(2).doesNotContainAnyElementsOf(devices("his@device.exemple.fr"));
    }

    @Test
    void twoDevicesOfOneNameAreToldEachHoweverSoonTheOtherComes() {
        people.withPassword(firefox(), "twins@device.exemple.fr");
        var hers = safari();
        enter(hers, "twins@device.exemple.fr");
        enter(safari(), "twins@device.exemple.fr");
        assertThat(told("twins@device.exemple.fr")).hasSize(2);

        enter(hers, "twins@device.exemple.fr");
        assertThat(told("twins@device.exemple.fr")).hasSize(2);
    }

    @Test
    void devicesThatComeAtOnceAreToldEachAndNoMoreThanADayHas() {
        firefox().signIn(mails, "parallel@device.exemple.fr");
        var links = new ArrayList<String>();
        for (var i = 0; i < 8; i++) {
            new Browser().postJson("/api/auth/signin/email", "{\"email\":\"parallel@device.exemple.fr\"}");
            links.add(mails.latest("parallel@device.exemple.fr").token());
        }
        var answers = Crowd.atOnce(
                links.stream().<Callable<Integer>>map(token -> () -> use(token)).toList());
        assertThat(answers).hasSize(8).containsOnly(303);
        assertThat(told("parallel@device.exemple.fr")).hasSize(8);
    }

    @Test
    void clientWhoseSignInsMeetIsToldOnce() {
        people.withPassword(firefox(), "meeting@device.exemple.fr");
        var script = new Browser().with("User-Agent", "curl/8.5.0");
        Crowd.atOnce(
                4, () -> script.login("meeting@device.exemple.fr", PASSWORD).statusCode());
        assertThat(told("meeting@device.exemple.fr")).hasSize(1);
    }

    @Test
    void linkThatIsUsedAHundredTimesAtOnceIsToldOnce() {
        firefox().signIn(mails, "hundred@device.exemple.fr");
        new Browser().postJson("/api/auth/signin/email", "{\"email\":\"hundred@device.exemple.fr\"}");
        var token = mails.latest("hundred@device.exemple.fr").token();
        Crowd.atOnce(100, () -> use(token));
        assertThat(told("hundred@device.exemple.fr")).hasSize(1);
        assertThat(devices("hundred@device.exemple.fr")).hasSize(2);
    }

    @Test
    void sharedDeviceKeepsNoCookieAndIsToldEachTime() {
        firefox().signIn(mails, "shared@device.exemple.fr");
        var library = safari();
        shared(library, "shared@device.exemple.fr");
        assertThat(library.cookie("device")).isNull();
        clock.forward(Duration.ofMinutes(2));
        shared(later(library), "shared@device.exemple.fr");

        var letters = told("shared@device.exemple.fr");
        assertThat(letters).hasSize(2);
        assertThat(letters.getFirst().getJsonObject("details").getString("device"))
                .isEqualTo("Safari sur iPhone, sur un appareil partagé");
        assertThat(devices("shared@device.exemple.fr")).hasSize(1);
    }

    @Test
    void cookieIsOfThisHostOutOfReachOfScriptsAndStoredOnlyAsAHash() {
        var browser = firefox();
        browser.postJson("/api/auth/signin/email", "{\"email\":\"cookie@device.exemple.fr\"}");
        var answer = browser.get(mails.latest("cookie@device.exemple.fr").path());

        var cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("device="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(cookie).contains("Max-Age=31536000", "Path=/");
        var stored = database.getCollection("devices")
                .find(Filters.eq("accountId", people.id("cookie@device.exemple.fr")))
                .first();
        assertThat(stored.toJson()).doesNotContain(browser.cookie("device"));
    }

    @Test
    void cookieThatSomebodyMadeUpIsNobodysDevice() {
        firefox().signIn(mails, "forged@device.exemple.fr");
        var browser = safari();
        browser.plant("device", "A".repeat(43));
        browser.signIn(mails, "forged@device.exemple.fr");
        assertThat(told("forged@device.exemple.fr")).hasSize(1);

        var malformed = safari();
        malformed.plant("device", "x");
        clock.forward(Duration.ofMinutes(2));
        malformed.signIn(mails, "forged@device.exemple.fr");
        assertThat(told("forged@device.exemple.fr")).hasSize(2);
        assertThat(malformed.cookie("device")).hasSize(43);
    }

    @Test
    void mailboxIsNotFilledByWhoHasThePassword() {
        people.withPassword(firefox(), "flood@device.exemple.fr");
        for (var i = 0; i < 15; i++) {
            clock.forward(Duration.ofMinutes(2));
            assertThat(enter(safari(), "flood@device.exemple.fr")).isEqualTo(303);
        }
        assertThat(told("flood@device.exemple.fr"))
                .as("its first device is told of to nobody")
                .hasSize(9);

        clock.forward(Duration.ofDays(1));
        var before = told("flood@device.exemple.fr").size();
        enter(safari(), "flood@device.exemple.fr");
        assertThat(told("flood@device.exemple.fr")).hasSize(before + 1);
    }

    @Test
    void changedPasswordMakesAllOtherDevicesNewAgain() {
        var mine = firefox();
        people.withPassword(mine, "changed@device.exemple.fr");
        var other = safari();
        enter(other, "changed@device.exemple.fr");
        assertThat(told("changed@device.exemple.fr")).hasSize(1);

        var change = new JsonObject().put("current", PASSWORD).put("password", PASSWORD + " bleu");
        assertThat(mine.postJson("/api/auth/change-password", change.encode()).statusCode())
                .isEqualTo(204);
        clock.forward(Duration.ofMinutes(2));
        later(mine.without("Authorization")).signIn(mails, "changed@device.exemple.fr");
        assertThat(told("changed@device.exemple.fr")).hasSize(1);
        other.signIn(mails, "changed@device.exemple.fr");
        assertThat(told("changed@device.exemple.fr")).hasSize(2);
    }

    @Test
    void apiClientIsToldOncePerNameAndNetwork() {
        people.withPassword(firefox(), "api@device.exemple.fr");
        var script = new Browser().with("User-Agent", "curl/8.5.0");
        login(script, "api@device.exemple.fr");
        clock.forward(Duration.ofMinutes(2));
        login(script, "api@device.exemple.fr");
        login(script.with("User-Agent", "curl/8.6.0"), "api@device.exemple.fr");

        var letters = told("api@device.exemple.fr");
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().getJsonObject("details").getString("device"))
                .isEqualTo("une application ou un programme");

        login(new Browser().with("User-Agent", "curl/8.5.0"), "api@device.exemple.fr");
        assertThat(told("api@device.exemple.fr")).hasSize(2);
    }

    @Test
    void nobodyWritesWordsIntoTheMail() {
        people.withPassword(firefox(), "words@device.exemple.fr");
        login(new Browser().with("User-Agent", "Pay at evil.example now <b>Firefox/1</b>"), "words@device.exemple.fr");
        assertThat(told("words@device.exemple.fr").getFirst().encode()).doesNotContain("evil");
    }

    @Test
    void deviceIsForgottenAfterAYear() {
        firefox().signIn(mails, "year@device.exemple.fr");
        var other = safari().signIn(mails, "year@device.exemple.fr");
        clock.forward(Duration.ofDays(366));
        later(other).signIn(mails, "year@device.exemple.fr");
        assertThat(told("year@device.exemple.fr")).hasSize(2);
    }

    @Test
    void accountOlderThanTheMemoryOfDevicesIsNotToldOfItsFirst() {
        firefox().signIn(mails, "old@device.exemple.fr");
        var id = people.id("old@device.exemple.fr");
        database.getCollection("devices").deleteMany(Filters.eq("accountId", id));
        database.getCollection("new_devices").deleteOne(Filters.eq("_id", id));

        safari().signIn(mails, "old@device.exemple.fr");
        assertThat(told("old@device.exemple.fr")).isEmpty();
        clock.forward(Duration.ofMinutes(2));
        new Browser().signIn(mails, "old@device.exemple.fr");
        assertThat(told("old@device.exemple.fr")).hasSize(1);
    }

    private static Browser firefox() {
        return new Browser().with("User-Agent", FIREFOX);
    }

    private static Browser safari() {
        return new Browser().with("User-Agent", SAFARI);
    }

    /** The same browser when its last request for a mail is forgotten: mails to one address pause for a minute of the database's clock. */
    private static Browser later(Browser browser) {
        browser.plant("signin", "%043d".formatted(REQUESTS.incrementAndGet()));
        return browser;
    }

    private void shared(Browser browser, String email) {
        browser.postJson("/api/auth/signin/email", "{\"email\":\"%s\",\"shared\":true}".formatted(email));
        assertThat(browser.get(mails.latest(email).path()).statusCode()).isEqualTo(303);
    }

    private static int use(String token) {
        return safari().postForm("/api/auth/callback/email", Map.of("token", token))
                .statusCode();
    }

    private static int enter(Browser browser, String email) {
        return browser.postForm("/login/password", Map.of("email", email, "password", PASSWORD))
                .statusCode();
    }

    private static void login(Browser browser, String email) {
        assertThat(browser.login(email, PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void oneDeviceTooManyIsForgotten() {
        firefox().signIn(mails, "many@device.exemple.fr");
        var collection = database.getCollection("devices");
        var first = collection
                .find(Filters.eq("accountId", people.id("many@device.exemple.fr")))
                .first();
        for (var i = 1; i < MOST; i++) {
            var older = first.getDate("lastUsedAt").toInstant().minusSeconds(i);
            collection.insertOne(new Document(first).append("_id", "many-" + i).append("lastUsedAt", Date.from(older)));
        }

        safari().signIn(mails, "many@device.exemple.fr");

        assertThat(devices("many@device.exemple.fr"))
                .hasSize(MOST)
                .contains(first.getString("_id"), "many-1")
                .doesNotContain("many-" + (MOST - 1));
    }

    private List<JsonObject> told(String email) {
        return notices.to(email).stream()
                .filter(letter -> letter.getString("kind").equals("new-device"))
                .toList();
    }

    private List<String> devices(String email) {
        return database.getCollection("devices")
                .find(Filters.eq("accountId", people.id(email)))
                .map((Document device) -> device.getString("_id"))
                .into(new ArrayList<>());
    }
}
