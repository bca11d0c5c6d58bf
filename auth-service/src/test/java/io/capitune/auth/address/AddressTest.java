package io.capitune.auth.address;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.capitune.auth.AuthTest;
import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.DatabaseCommands;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

/** Another address for an account, and the way back. */
@QuarkusTest
@AuthTest
class AddressTest {

    private static final String PASSWORD = "trois girafes à vélo";

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @Inject
    DatabaseCommands commands;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void addressChangesWithTheLinkSentToTheNewOneAndTheOldOneIsTold() {
        var browser = people.signedIn("old@address.exemple.fr");
        var id = people.id("old@address.exemple.fr");

        assertThat(ask(browser, "new@address.exemple.fr").statusCode()).isEqualTo(202);
        assertThat(emailOf(id)).as("asked, not confirmed").isEqualTo("old@address.exemple.fr");
        assertThat(notices.kinds("old@address.exemple.fr")).isEmpty();

        var page = new Browser().get("/confirm-email?token=" + confirmation("new@address.exemple.fr"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("new@address.exemple.fr", "Confirmer cette adresse");
        assertThat(confirm("new@address.exemple.fr").body())
                .contains("Votre adresse est changée", "new@address.exemple.fr");

        assertThat(emailOf(id)).isEqualTo("new@address.exemple.fr");
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
    void scannersOfMailsChangeNothing() {
        var browser = people.signedIn("scanned@address.exemple.fr");
        ask(browser, "scanned-new@address.exemple.fr");
        var path = "/confirm-email?token=" + confirmation("scanned-new@address.exemple.fr");
        for (var i = 0; i < 3; i++) {
            assertThat(new Browser().head(path).statusCode()).isEqualTo(200);
            assertThat(new Browser().get(path).statusCode()).isEqualTo(200);
        }
        confirm("scanned-new@address.exemple.fr");
        var undo = "/undo-email?token=" + undoing("scanned@address.exemple.fr");
        for (var i = 0; i < 3; i++) {
            assertThat(new Browser().head(undo).statusCode()).isEqualTo(200);
            assertThat(new Browser().get(undo).statusCode()).isEqualTo(200);
        }
        assertThat(undo("scanned@address.exemple.fr").statusCode()).isEqualTo(200);
    }

    @Test
    void buttonPressedTwiceSaysTheSame() {
        var browser = people.signedIn("twice@address.exemple.fr");
        ask(browser, "twice-new@address.exemple.fr");
        var first = confirm("twice-new@address.exemple.fr");
        var second = confirm("twice-new@address.exemple.fr");
        assertThat(second.statusCode()).isEqualTo(200).isEqualTo(first.statusCode());
        assertThat(notices.kinds("twice@address.exemple.fr")).containsExactly("email-changed");

        assertThat(undo("twice@address.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(undo("twice@address.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(confirm("twice-new@address.exemple.fr").statusCode())
                .as("undone")
                .isEqualTo(410);
    }

    @Test
    void ofAHundredUsesOneChangesAndOfAHundredOneUndoes() throws Exception {
        var browser = people.signedIn("hundred@address.exemple.fr");
        ask(browser, "hundred-new@address.exemple.fr");
        var token = confirmation("hundred-new@address.exemple.fr");
        assertThat(winners("/api/auth/confirm-email", token)).isEqualTo(1);
        assertThat(notices.kinds("hundred@address.exemple.fr")).containsExactly("email-changed");

        assertThat(winners("/api/auth/undo-email", undoing("hundred@address.exemple.fr")))
                .isEqualTo(1);
        assertThat(notices.kinds("hundred@address.exemple.fr")).containsExactly("email-changed", "email-restored");
    }

    @Test
    void twoAccountsThatWantOneAddressGiveItToOne() throws Exception {
        for (var round = 0; round < 5; round++) {
            var wanted = "wanted-" + round + "@address.exemple.fr";
            ask(people.signedIn("one-" + round + "@address.exemple.fr"), wanted);
            var one = confirmation(wanted);
            ask(people.signedIn("two-" + round + "@address.exemple.fr"), wanted);
            var two = confirmation(wanted);
            assertThat(together(() -> use("/api/auth/confirm-email", one), () -> use("/api/auth/confirm-email", two)))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void knownAddressIsAnsweredAlikeWithTheSameCommandsAndItsOwnerIsTold() {
        people.signedIn("known@address.exemple.fr");
        var browser = people.signedIn("asking@address.exemple.fr");

        var known = new AtomicReference<HttpResponse<String>>();
        var unknown = new AtomicReference<HttpResponse<String>>();
        var first = commands.of(() -> known.set(ask(browser, "known@address.exemple.fr")));
        var second = commands.of(() -> unknown.set(ask(browser, "unknown@address.exemple.fr")));

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
        ask(browser, "contested@address.exemple.fr");
        new Browser().signIn(mails, "contested@address.exemple.fr");

        var answer = confirm("contested@address.exemple.fr");
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
        assertThat(ask(without, "open-new@address.exemple.fr").statusCode()).isEqualTo(403);
        assertThat(without.get("/account/email")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .startsWith("/account/security/again");
        assertThat(without.postForm("/account/email", Map.of("email", "open-new@address.exemple.fr"))
                        .statusCode())
                .isEqualTo(303);

        var with = withPassword("password@address.exemple.fr");
        assertThat(ask(with, "open-new@address.exemple.fr").statusCode()).isEqualTo(422);
        assertThat(ask(with, "open-new@address.exemple.fr", "not it").statusCode())
                .isEqualTo(422);
        assertThat(notices.kinds("open-new@address.exemple.fr")).isEmpty();
        assertThat(ask(with, "open-new@address.exemple.fr", PASSWORD).statusCode())
                .isEqualTo(202);
    }

    @Test
    void formShowsWhatIsWrongBesideTheField() {
        var browser = withPassword("form@address.exemple.fr");
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
    void oldAddressOpensTheAccountNoMore() {
        var browser = people.signedIn("left@address.exemple.fr");
        var id = people.id("left@address.exemple.fr");
        new Browser().postJson("/api/auth/signin/email", "{\"email\":\"left@address.exemple.fr\"}");
        var signInLink = mails.latest("left@address.exemple.fr").token();
        new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"left@address.exemple.fr\"}");
        var resetLink = token(notices.to("left@address.exemple.fr").getLast());
        ask(browser, "left-new@address.exemple.fr");
        confirm("left-new@address.exemple.fr");

        var entered = new Browser();
        var answer = entered.postForm("/api/auth/callback/email", Map.of("token", signInLink));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Ce compte a une autre adresse").doesNotContain("left-new");
        assertThat(entered.token()).isEmpty();
        assertThat(new Browser().get("/reset-password?token=" + resetLink).statusCode())
                .isEqualTo(410);
        assertThat(database.getCollection("accounts").countDocuments(Filters.eq("email", "left@address.exemple.fr")))
                .isZero();
        assertThat(emailOf(id)).isEqualTo("left-new@address.exemple.fr");
    }

    @Test
    void pendingSignInByTheOldAddressEndsWithTheChange() {
        var browser = people.signedIn("pending@address.exemple.fr");
        var app = people.withApp("pending@address.exemple.fr");
        var waiting = people.atSecondStep("pending@address.exemple.fr");
        ask(browser, "pending-new@address.exemple.fr");
        confirm("pending-new@address.exemple.fr");
        assertThat(waiting.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
    }

    @Test
    void nobodyElseGetsTheOldAddressWhileItCanComeBack() {
        var browser = people.signedIn("kept@address.exemple.fr");
        ask(browser, "kept-new@address.exemple.fr");
        confirm("kept-new@address.exemple.fr");

        ask(people.signedIn("grabbing@address.exemple.fr"), "kept@address.exemple.fr");
        assertThat(notices.kinds("kept@address.exemple.fr")).containsExactly("email-changed", "email-taken");
        var registering = new Browser();
        registering.postJson(
                "/api/auth/register",
                new JsonObject()
                        .put("email", "kept@address.exemple.fr")
                        .put("password", PASSWORD)
                        .encode());
        var link = token(notices.to("kept@address.exemple.fr").getLast());
        assertThat(registering.postForm("/verify-email", Map.of("token", link)).statusCode())
                .isEqualTo(409);
        assertThat(undo("kept@address.exemple.fr").statusCode()).isEqualTo(200);

        ask(people.signedIn("kept@address.exemple.fr"), "kept-newer@address.exemple.fr");
        confirm("kept-newer@address.exemple.fr");
        clock.forward(Duration.ofDays(8));
        assertThat(new Browser().signIn(mails, "kept@address.exemple.fr").token())
                .isNotEmpty();
    }

    @Test
    void ownerReturnsToTheOldAddressWithoutAnUndo() {
        var browser = people.signedIn("back@address.exemple.fr");
        ask(browser, "back-new@address.exemple.fr");
        confirm("back-new@address.exemple.fr");
        ask(browser, "back@address.exemple.fr");
        assertThat(confirm("back@address.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(new Browser().signIn(mails, "back@address.exemple.fr").token())
                .isNotEmpty();
    }

    @Test
    void intruderWhoChangesTwiceLocksNobodyOut() {
        var intruder = withPassword("owner@address.exemple.fr");
        var id = people.id("owner@address.exemple.fr");
        ask(intruder, "evil@address.exemple.fr", PASSWORD);
        confirm("evil@address.exemple.fr");
        ask(intruder, "worse@address.exemple.fr", PASSWORD);
        confirm("worse@address.exemple.fr");
        ask(intruder, "worst@address.exemple.fr", PASSWORD);
        var planted = passkey(id);
        var api = new JsonObject(login("worse@address.exemple.fr").body()).getString("refreshToken");
        people.withApp("worse@address.exemple.fr");
        var late = confirmation("worst@address.exemple.fr");
        var second = undoing("evil@address.exemple.fr");

        assertThat(undo("owner@address.exemple.fr").body()).contains("Votre adresse est rétablie");

        assertThat(emailOf(id)).isEqualTo("owner@address.exemple.fr");
        assertThat(use("/api/auth/undo-email", second)).as("undoing the undo").isEqualTo(410);
        assertThat(use("/api/auth/confirm-email", late)).as("what is pending").isEqualTo(410);
        clock.forward(Duration.ofSeconds(4));
        assertThat(intruder.token()).isEmpty();
        assertThat(use("/api/auth/refresh", "refreshToken", api)).isEqualTo(401);
        assertThat(login("owner@address.exemple.fr").statusCode())
                .as("the password")
                .isEqualTo(401);
        assertThat(database.getCollection("passkeys").countDocuments(Filters.eq("_id", planted)))
                .isZero();
        assertThat(database.getCollection("devices").countDocuments(Filters.eq("accountId", id)))
                .isZero();
        assertThat(notices.kinds("worse@address.exemple.fr")).contains("email-withdrawn");
        assertThat(notices.to("worse@address.exemple.fr").getLast().encode()).doesNotContain("owner@");
        assertThat(notices.kinds("owner@address.exemple.fr")).endsWith("email-restored");
        assertThat(new Browser().signIn(mails, "owner@address.exemple.fr").token())
                .as("the owner, with no second step of somebody else")
                .isNotEmpty();
        assertThat(new Browser().signIn(mails, "evil@address.exemple.fr").token())
                .as("an account of their own")
                .isNotEmpty();
        assertThat(people.id("evil@address.exemple.fr")).isNotEqualTo(id);
    }

    @Test
    void whoSignsInWithoutAPauseIsNotInAgainWhenTheAccountIsTakenBack() throws Exception {
        var intruder = withPassword("pause@address.exemple.fr");
        ask(intruder, "no-pause@address.exemple.fr", PASSWORD);
        confirm("no-pause@address.exemple.fr");
        var id = people.id("no-pause@address.exemple.fr");

        whileSomebodySignsIn("no-pause@address.exemple.fr", () -> undo("pause@address.exemple.fr"));

        assertThat(emailOf(id)).isEqualTo("pause@address.exemple.fr");
        assertThat(database.getCollection("sessions").countDocuments(Filters.eq("accountId", id)))
                .isZero();
    }

    @Test
    void whoSignsInWithoutAPauseIsNotInAgainWhenThePasswordIsChanged() throws Exception {
        var owner = withPassword("loop@address.exemple.fr");
        var change = new JsonObject().put("current", PASSWORD).put("password", PASSWORD + " bleu");
        var id = people.id("loop@address.exemple.fr");

        whileSomebodySignsIn(
                "loop@address.exemple.fr",
                () -> assertThat(owner.postJson("/api/auth/change-password", change.encode())
                                .statusCode())
                        .isEqualTo(204));

        assertThat(database.getCollection("sessions").countDocuments(Filters.eq("accountId", id)))
                .as("the owner's")
                .isEqualTo(1);
    }

    @Test
    void addressThatSomebodyElseHasIsNotRestored() {
        var browser = people.signedIn("lost@address.exemple.fr");
        ask(browser, "lost-new@address.exemple.fr");
        confirm("lost-new@address.exemple.fr");
        database.getCollection("accounts")
                .insertOne(new Document("_id", "squatter")
                        .append("email", "lost@address.exemple.fr")
                        .append("roles", List.of("candidate"))
                        .append("locale", "fr")
                        .append("createdAt", new Date())
                        .append("v", 1));

        var answer = undo("lost@address.exemple.fr");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("ne peut pas être rétablie");
        clock.forward(Duration.ofSeconds(4));
        assertThat(browser.token()).as("nothing has changed").isNotEmpty();

        database.getCollection("accounts").deleteOne(Filters.eq("_id", "squatter"));
        assertThat(undo("lost@address.exemple.fr").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheOwnerHadBeforeTheChangeStays() {
        people.signedIn("before@address.exemple.fr");
        var id = people.id("before@address.exemple.fr");
        var app = people.withApp("before@address.exemple.fr");
        var passkey = passkey(id);
        clock.forward(Duration.ofMinutes(16));
        var browser = signedInWith(app, "before@address.exemple.fr");
        ask(browser, "before-new@address.exemple.fr");
        confirm("before-new@address.exemple.fr");
        undo("before@address.exemple.fr");

        assertThat(database.getCollection("passkeys").countDocuments(Filters.eq("_id", passkey)))
                .isEqualTo(1);
        assertThat(people.atSecondStep("before@address.exemple.fr").token()).isEmpty();
    }

    @Test
    void whatTheIntruderAddedBeforeTheChangeGoes() {
        var intruder = people.signedIn("prepared@address.exemple.fr");
        clock.forward(Duration.ofMinutes(10));
        var id = people.id("prepared@address.exemple.fr");
        people.withApp("prepared@address.exemple.fr");
        passkey(id);
        ask(intruder, "prepared-new@address.exemple.fr");
        clock.forward(Duration.ofMinutes(20));
        confirm("prepared-new@address.exemple.fr");

        undo("prepared@address.exemple.fr");

        assertNothingIsAddedTo(id);
    }

    @Test
    void whatTheIntruderAddedBeforeSigningInAgainGoes() {
        people.signedIn("again@address.exemple.fr");
        var id = people.id("again@address.exemple.fr");
        passkey(id);
        clock.forward(Duration.ofMinutes(14));
        ask(people.signedIn("again@address.exemple.fr"), "again-new@address.exemple.fr");
        confirm("again-new@address.exemple.fr");

        undo("again@address.exemple.fr");

        assertNothingIsAddedTo(id);
    }

    @Test
    void whatTheIntruderAddedLongAgoInTheSameSessionGoes() {
        var intruder = withPassword("patient@address.exemple.fr");
        var id = people.id("patient@address.exemple.fr");
        passkey(id);
        clock.forward(Duration.ofDays(2));
        ask(intruder.with("Authorization", intruder.token()), "patient-new@address.exemple.fr", PASSWORD);
        confirm("patient-new@address.exemple.fr");

        undo("patient@address.exemple.fr");

        assertNothingIsAddedTo(id);
    }

    @Test
    void undoLeavesAnEarlierChangeOfTheOwnerUndoable() {
        var browser = people.signedIn("first@address.exemple.fr");
        ask(browser, "second@address.exemple.fr");
        confirm("second@address.exemple.fr");
        ask(browser, "third@address.exemple.fr");
        confirm("third@address.exemple.fr");
        assertThat(undo("second@address.exemple.fr").statusCode()).isEqualTo(200);
        assertThat(undo("first@address.exemple.fr").statusCode()).isEqualTo(200);
    }

    @Test
    void noAccountBeginsAtAnAddressThatIsJustBeingLeft() throws Exception {
        for (var round = 0; round < 10; round++) {
            var left = "leaving-" + round + "@address.exemple.fr";
            ask(people.signedIn(left), "gone-" + round + "@address.exemple.fr");
            var link = confirmation("gone-" + round + "@address.exemple.fr");
            whileItsOwnerIsProved(
                    left, () -> assertThat(use("/api/auth/confirm-email", link)).isEqualTo(200));
            assertThat(undo(left).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void signInThatWaitsForItsSecondStepEndsWithTheUndo() {
        people.signedIn("waiting@address.exemple.fr");
        var app = people.withApp("waiting@address.exemple.fr");
        clock.forward(Duration.ofMinutes(16));
        var intruder = signedInWith(app, "waiting@address.exemple.fr");
        ask(intruder, "waiting-new@address.exemple.fr");
        confirm("waiting-new@address.exemple.fr");
        clock.forward(Duration.ofMinutes(1));
        var waiting = people.atSecondStep("waiting-new@address.exemple.fr");
        undo("waiting@address.exemple.fr");
        assertThat(waiting.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
    }

    @Test
    void signInThatWaitsForItsSecondStepEndsWithAnotherPassword() {
        var owner = withPassword("waiting-change@address.exemple.fr");
        var app = people.withApp("waiting-change@address.exemple.fr");
        var waiting = people.atSecondStep("waiting-change@address.exemple.fr");
        var change = new JsonObject().put("current", PASSWORD).put("password", PASSWORD + " bleu");
        assertThat(owner.postJson("/api/auth/change-password", change.encode()).statusCode())
                .isEqualTo(204);
        assertThat(waiting.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
        assertThat(waiting.token()).isEmpty();
    }

    @Test
    void signInThatWaitsForItsSecondStepEndsWithAForgottenPassword() {
        withPassword("waiting-reset@address.exemple.fr");
        var app = people.withApp("waiting-reset@address.exemple.fr");
        var waiting = people.atSecondStep("waiting-reset@address.exemple.fr");
        var owner = new Browser();
        owner.postJson("/api/auth/forgot-password", "{\"email\":\"waiting-reset@address.exemple.fr\"}");
        var link = token(latest("waiting-reset@address.exemple.fr", "reset-password"));
        var reset = new JsonObject().put("token", link).put("password", PASSWORD + " bleu");
        assertThat(owner.postJson("/api/auth/reset-password", reset.encode()).statusCode())
                .isEqualTo(204);
        assertThat(waiting.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
    }

    @Test
    void undoIsGoodForAWeek() {
        var browser = people.signedIn("week@address.exemple.fr");
        ask(browser, "week-new@address.exemple.fr");
        confirm("week-new@address.exemple.fr");
        clock.forward(Duration.ofDays(7).minusMinutes(1));
        assertThat(new Browser()
                        .get("/undo-email?token=" + undoing("week@address.exemple.fr"))
                        .statusCode())
                .isEqualTo(200);
        clock.forward(Duration.ofMinutes(2));
        var over = undo("week@address.exemple.fr");
        assertThat(over.statusCode()).isEqualTo(410);
        assertThat(over.body()).contains("Ce lien ne rétablit plus l’adresse", "Quelqu’un d’autre", "href=\"/legal\"");
        assertThat(new Browser()
                        .with("Accept-Language", "en")
                        .get("/undo-email?token=" + undoing("week@address.exemple.fr"))
                        .body())
                .contains("This link no longer restores the address", "href=\"/legal\"");
        assertThat(people.id("week-new@address.exemple.fr")).isNotEmpty();
    }

    @Test
    void suspendedAccountIsTakenBackAndAClosedOneIsNot() {
        var browser = people.signedIn("suspended@address.exemple.fr");
        ask(browser, "suspended-new@address.exemple.fr");
        confirm("suspended-new@address.exemple.fr");
        var suspension = new Document("reason", "spam").append("by", "x").append("at", new Date());
        set("suspended-new@address.exemple.fr", "suspension", suspension);
        assertThat(undo("suspended@address.exemple.fr").statusCode()).isEqualTo(200);

        var closing = people.signedIn("closing@address.exemple.fr");
        ask(closing, "closing-new@address.exemple.fr");
        var link = confirmation("closing-new@address.exemple.fr");
        set("closing@address.exemple.fr", "closedAt", new Date());
        assertThat(use("/api/auth/confirm-email", link)).isEqualTo(410);
    }

    @Test
    void changedPasswordEndsAChangeUnderWay() {
        var browser = withPassword("under-way@address.exemple.fr");
        ask(browser, "under-way-new@address.exemple.fr", PASSWORD);
        var change = new JsonObject().put("current", PASSWORD).put("password", PASSWORD + " bleu");
        browser.postJson("/api/auth/change-password", change.encode());
        assertThat(confirm("under-way-new@address.exemple.fr").statusCode()).isEqualTo(410);
    }

    @Test
    void linkForOneThingIsNoneForAnother() {
        var browser = people.signedIn("purpose@address.exemple.fr");
        ask(browser, "purpose-new@address.exemple.fr");
        var token = confirmation("purpose-new@address.exemple.fr");
        assertThat(use("/api/auth/undo-email", token)).isEqualTo(410);
        assertThat(use("/api/auth/verify-email", token)).isEqualTo(410);
        confirm("purpose-new@address.exemple.fr");
        var undo = undoing("purpose@address.exemple.fr");
        assertThat(use("/api/auth/confirm-email", undo)).isEqualTo(410);
    }

    @Test
    void accountWritesToFewStrangers() {
        var browser = people.signedIn("busy@address.exemple.fr");
        for (var i = 0; i < 5; i++) {
            assertThat(ask(browser, "stranger-" + i + "@address.exemple.fr").statusCode())
                    .isEqualTo(202);
        }
        var refused = ask(browser, "stranger-5@address.exemple.fr");
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
        ask(browser, "english-new@address.exemple.fr");
        assertThat(notices.to("english-new@address.exemple.fr").getFirst().getString("locale"))
                .isEqualTo("en");
        var token = confirmation("english-new@address.exemple.fr");
        assertThat(new Browser()
                        .with("Accept-Language", "en")
                        .get("/confirm-email?token=" + token)
                        .body())
                .contains("Confirm this address");
    }

    @Test
    void servicesLearnOfTheFormerAddressUntilSomebodyElseHasIt() {
        var browser = people.signedIn("former@address.exemple.fr");
        var id = people.id("former@address.exemple.fr");
        ask(browser, "former-new@address.exemple.fr");
        confirm("former-new@address.exemple.fr");
        var service = service();
        assertThat(new JsonObject(service.get("/internal/users/" + id).body()).getJsonArray("formerEmails"))
                .containsExactly("former@address.exemple.fr");

        clock.forward(Duration.ofDays(8));
        new Browser().signIn(mails, "former@address.exemple.fr");
        assertThat(new JsonObject(service.get("/internal/users/" + id).body()).getJsonArray("formerEmails"))
                .as("somebody else's by now")
                .isEmpty();
    }

    private static HttpResponse<String> ask(Browser browser, String email) {
        return ask(browser, email, null);
    }

    private static HttpResponse<String> ask(Browser browser, String email, String password) {
        return browser.postJson(
                "/api/auth/change-email",
                new JsonObject().put("email", email).put("password", password).encode());
    }

    private HttpResponse<String> confirm(String email) {
        return new Browser().postForm("/confirm-email", Map.of("token", confirmation(email)));
    }

    private HttpResponse<String> undo(String email) {
        return new Browser().postForm("/undo-email", Map.of("token", undoing(email)));
    }

    private String confirmation(String email) {
        return token(latest(email, "confirm-email"));
    }

    private String undoing(String email) {
        return token(latest(email, "email-changed"));
    }

    private JsonObject latest(String email, String kind) {
        return notices.to(email).stream()
                .filter(letter -> letter.getString("kind").equals(kind))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private static String token(JsonObject letter) {
        var url = letter.getString("url");
        return url.substring(url.indexOf("token=") + "token=".length());
    }

    private static Browser service() {
        var client = Map.of(
                "grant_type", "client_credentials", "client_id", "pdf-worker", "client_secret", "s3cret+for/tests=");
        var answer = new Browser().postForm("/api/auth/token", client);
        return new Browser().with("Authorization", "Bearer " + new JsonObject(answer.body()).getString("access_token"));
    }

    private static int use(String path, String token) {
        return use(path, "token", token);
    }

    private static int use(String path, String name, String value) {
        return new Browser()
                .postJson(path, new JsonObject().put(name, value).encode())
                .statusCode();
    }

    private static long winners(String path, String token) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> use(path, token)))
                    .toList();
            var won = 0;
            for (var use : uses) {
                won += use.get() == 200 ? 1 : 0;
            }
            return won;
        }
    }

    /** Programs that sign in again and again, the last of them with what they proved before the act. */
    private static void whileSomebodySignsIn(String email, Runnable act) throws Exception {
        var over = new AtomicBoolean();
        var opened = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                threads.submit(() -> {
                    while (!over.get()) {
                        opened.addAndGet(login(email).statusCode() == 200 ? 1 : 0);
                    }
                });
            }
            Awaitility.await().untilAtomic(opened, greaterThan(8));
            act.run();
            over.set(true);
        }
    }

    /** Threads that ask again and again for the account of that address, which they have proved to be theirs. */
    private void whileItsOwnerIsProved(String email, Runnable act) throws Exception {
        var over = new AtomicBoolean();
        var found = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                threads.submit(() -> {
                    while (!over.get()) {
                        accounts.ofOwner(new EmailAddress(email), "fr");
                        found.incrementAndGet();
                    }
                });
            }
            Awaitility.await().untilAtomic(found, greaterThan(8));
            act.run();
            over.set(true);
        }
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> two) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(one);
            var second = threads.submit(two);
            return List.of(first.get(), second.get());
        }
    }

    private Browser withPassword(String email) {
        var browser = people.signedIn(email);
        var chosen = new JsonObject().put("password", PASSWORD).encode();
        assertThat(browser.postJson("/api/auth/change-password", chosen).statusCode())
                .isEqualTo(204);
        return browser;
    }

    private Browser signedInWith(AuthenticatorApp app, String email) {
        var browser = people.atSecondStep(email);
        assertThat(browser.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(303);
        return browser.with("Authorization", browser.token());
    }

    private void assertNothingIsAddedTo(String id) {
        assertThat(database.getCollection("passkeys").countDocuments(Filters.eq("accountId", id)))
                .isZero();
        assertThat(database.getCollection("second_factors").countDocuments(Filters.eq("_id", id)))
                .isZero();
    }

    private static HttpResponse<String> login(String email) {
        return new Browser()
                .postJson(
                        "/api/auth/login",
                        new JsonObject()
                                .put("email", email)
                                .put("password", PASSWORD)
                                .encode());
    }

    /** A passkey of the account, added now. */
    private String passkey(String accountId) {
        var id = "planted-" + accountId;
        database.getCollection("passkeys")
                .insertOne(new Document("_id", id)
                        .append("accountId", accountId)
                        .append("name", "x")
                        .append("publicKey", new byte[] {1})
                        .append("signCount", 0L)
                        .append("synced", false)
                        .append("transports", List.of())
                        .append("createdAt", Date.from(clock.instant()))
                        .append("v", 1));
        return id;
    }

    private String emailOf(String id) {
        return database.getCollection("accounts")
                .find(Filters.eq("_id", id))
                .first()
                .getString("email");
    }

    private void set(String email, String field, Object value) {
        database.getCollection("accounts").updateOne(Filters.eq("email", email), Updates.set(field, value));
    }
}
