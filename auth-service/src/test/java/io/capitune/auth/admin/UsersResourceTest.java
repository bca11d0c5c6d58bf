package io.capitune.auth.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.audit.AuditVerification;
import io.capitune.auth.audit.ChainState;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What administrators do to accounts, what their owners are told, and what is written down. */
@QuarkusTest
@AuthTest
class UsersResourceTest {

    private static final String USERS = "/api/admin/users";
    private static final String REASON = "three complaints since Monday";

    @Inject
    People people;

    @Inject
    Letters letters;

    @Inject
    Mails mails;

    @Inject
    Accounts accounts;

    @Inject
    TestFactors factors;

    @Inject
    AuditVerification verification;

    @Inject
    MovableClock clock;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    private String run;
    private Account admin;
    private Browser browser;

    @BeforeEach
    void signIn() {
        run = random.digits(12);
        admin = people.admin("admin-" + run + "@exemple.fr");
        browser = people.browser(admin);
    }

    @AfterEach
    void chainIsWhole() {
        clock.reset();
        assertThat(verification.verify(null)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void anAccountIsOpenedForSomebodyWhoSignsInByALink() {
        var email = "opened-" + run + "@exemple.fr";
        var response = browser.postJson(
                USERS,
                "{\"email\":\" Opened-" + run
                        + "@Exemple.FR\",\"role\":\"professional\",\"verified\":true,\"locale\":\"en\"}");

        assertThat(response.statusCode()).isEqualTo(201);
        var view = new JsonObject(response.body());
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .endsWith(USERS + "/" + view.getString("id"));
        assertThat(view.getString("email")).isEqualTo(email);
        assertThat(view.getString("role")).isEqualTo("professional");
        assertThat(view.getString("verifiedAt")).isNotNull();
        assertThat(view.getString("locale")).isEqualTo("en");
        assertThat(letters.to(email)).singleElement().satisfies(letter -> {
            assertThat(letter.getString("kind")).isEqualTo("account-created");
            assertThat(letter.getString("locale")).isEqualTo("en");
            assertThat(letter.getString("url")).isEqualTo("http://localhost:8080/login");
        });
        assertThat(entries(view.getString("id"))).singleElement().satisfies(entry -> {
            assertThat(entry.getString("act")).isEqualTo("account.created");
            assertThat(entry.getJsonObject("details").getMap())
                    .isEqualTo(Map.of("role", "professional, verified", "locale", "en"));
        });

        var owner = new Browser().signIn(mails, email);
        assertThat(owner.token()).isNotEmpty();
        assertThat(accounts.byEmail(new EmailAddress(email)).orElseThrow().id()).isEqualTo(view.getString("id"));
    }

    @Test
    void anAddressHasOneAccount() {
        var known = candidate("known");
        var response = create(known.email(), "admin");
        assertThat(response.getString("code")).isEqualTo("ACCOUNT_EXISTS");
        assertThat(people.now(known).roles()).containsExactly("candidate");
        assertThat(letters.to(known.email())).isEmpty();
    }

    @Test
    void eachWrongFieldOfANewAccountIsNamed() {
        var problem = create("nobody", "emperor");
        assertThat(problem.getString("code")).isEqualTo("VALIDATION_FAILED");
        assertThat(problem.getJsonArray("errors").stream().map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactly("/email", "/role");
        assertThat(browser.postJson(USERS, "").statusCode()).isEqualTo(422);
        assertThat(browser.postJson(USERS, "{\"password\":\"x\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void aRoleIsChangedAndWrittenDownWithBothRoles() {
        var person = candidate("role");

        var view = act(person, "role", "{\"role\":\"professional\",\"verified\":true,\"reason\":\"" + REASON + "\"}");

        assertThat(view.getString("role")).isEqualTo("professional");
        assertThat(view.getString("verifiedAt")).isNotNull();
        assertThat(people.now(person).roles()).containsExactly("professional");
        assertThat(letters.kindsTo(person.email())).containsExactly("role-changed");
        assertThat(entries(person.id())).singleElement().satisfies(entry -> {
            assertThat(entry.getString("act")).isEqualTo("account.role-changed");
            assertThat(entry.getString("actor")).isEqualTo(admin.id());
            assertThat(entry.getString("actorEmail")).isEqualTo(admin.email());
            assertThat(entry.getString("subjectEmail")).isEqualTo(person.email());
            assertThat(entry.getString("source")).startsWith("198.51.");
            assertThat(entry.getString("reason")).isEqualTo(REASON);
            assertThat(entry.getJsonObject("details").getMap())
                    .isEqualTo(Map.of("from", "candidate", "to", "professional, verified"));
        });
    }

    @Test
    void verificationIsForProfessionalsAndCanBeTakenBack() {
        var person = candidate("verify");
        assertThat(act(person, "role", role("candidate", true)).getValue("verifiedAt"))
                .isNull();
        assertThat(entries(person.id())).isEmpty();

        act(person, "role", role("professional", true));
        assertThat(people.now(person).verifiedAt()).isNotNull();
        act(person, "role", role("professional", false));
        assertThat(people.now(person).verifiedAt()).isNull();
        assertThat(entries(person.id())).hasSize(2);
    }

    @Test
    void theSameRoleAgainIsNoAct() {
        var person = candidate("same");
        act(person, "role", role("candidate", false));
        assertThat(entries(person.id())).isEmpty();
    }

    @Test
    void becomingAnAdministratorEndsTheSessions() {
        var email = "promoted-" + run + "@exemple.fr";
        var owner = new Browser().signIn(mails, email);
        assertThat(owner.token()).isNotEmpty();

        act(accounts.byEmail(new EmailAddress(email)).orElseThrow(), "role", role("admin", false));

        clock.forward(Duration.ofSeconds(5));
        assertThat(owner.token()).isEmpty();
    }

    @Test
    void aSuspendedAccountHasNoSessionAndItsOwnerIsToldWhy() {
        var email = "suspended-" + run + "@exemple.fr";
        var owner = new Browser().signIn(mails, email);
        assertThat(owner.token()).isNotEmpty();
        var person = accounts.byEmail(new EmailAddress(email)).orElseThrow();

        var view = act(person, "suspend", reason());

        assertThat(view.getString("state")).isEqualTo("suspended");
        assertThat(view.getJsonObject("suspension").getString("reason")).isEqualTo(REASON);
        assertThat(view.getJsonObject("suspension").getString("by")).isEqualTo(admin.id());
        assertThat(database.getCollection("sessions").countDocuments(Filters.eq("accountId", person.id())))
                .isZero();
        clock.forward(Duration.ofSeconds(5));
        assertThat(owner.token()).isEmpty();
        assertThat(letters.to(email)).singleElement().satisfies(letter -> {
            assertThat(letter.getString("kind")).isEqualTo("account-suspended");
            assertThat(letter.getJsonObject("details").getString("reason")).isEqualTo(REASON);
        });
        assertThat(acts(person)).containsExactly("account.suspended");
    }

    @Test
    void aRestoredAccountIsOpenAgain() {
        var person = candidate("restored");
        act(person, "suspend", reason());

        assertThat(act(person, "restore", "{}").getString("state")).isEqualTo("open");

        assertThat(new Browser().signIn(mails, person.email()).token()).isNotEmpty();
        assertThat(letters.kindsTo(person.email())).containsExactly("account-suspended", "account-restored");
        assertThat(acts(person)).containsExactly("account.restored", "account.suspended");
    }

    @Test
    void suspendingTwiceAndRestoringTwiceAreRefused() {
        var person = candidate("twice");
        assertThat(act(person, "restore", "{}").getString("code")).isEqualTo("NOT_SUSPENDED");
        act(person, "suspend", reason());
        assertThat(act(person, "suspend", reason()).getString("code")).isEqualTo("ALREADY_SUSPENDED");
        assertThat(acts(person)).containsExactly("account.suspended");
        assertThat(letters.to(person.email())).hasSize(1);
    }

    @Test
    void aSecondFactorIsResetAndTheSessionsEnd() {
        var email = "factor-" + run + "@exemple.fr";
        var owner = new Browser().signIn(mails, email);
        assertThat(owner.token()).isNotEmpty();
        var person = accounts.byEmail(new EmailAddress(email)).orElseThrow();
        assertThat(act(person, "reset-second-factor", reason()).getString("code"))
                .isEqualTo("NO_SECOND_FACTOR");
        factors.give(person.id());
        assertThat(get(person).getBoolean("secondFactor")).isTrue();

        assertThat(act(person, "reset-second-factor", reason()).getBoolean("secondFactor"))
                .isFalse();

        clock.forward(Duration.ofSeconds(5));
        assertThat(owner.token()).isEmpty();
        assertThat(acts(person)).containsExactly("account.factor-reset");
    }

    @Test
    void actsWantASignInOfTheLastMinutes() {
        var person = candidate("left-open");
        people.signedInBefore(admin, Duration.ofMinutes(16));
        for (var act : List.of("role", "suspend", "restore", "reset-second-factor", "delete")) {
            assertThat(act(person, act, reason()).getString("code")).as(act).isEqualTo("RECENT_SIGNIN_REQUIRED");
            assertThat(browser.get("/admin/users/" + person.id() + "/" + act)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .as(act)
                    .contains("/account/security/again?next=%2Fadmin%2Fusers%2F" + person.id() + "%2F" + act);
        }
        assertThat(browser.get(USERS + "/" + person.id()).statusCode()).isEqualTo(200);
        assertThat(acts(person)).isEmpty();
    }

    @Test
    void passwordOfWhoBecomesAnAdministratorIsForgotten() {
        var person = candidate("promoted");
        database.getCollection("passwords").insertOne(new Document("_id", person.id()).append("hash", "x"));

        act(person, "role", role("admin", false));

        assertThat(database.getCollection("passwords").countDocuments(Filters.eq(person.id())))
                .isZero();
    }

    @Test
    void anAccountIsDeletedOnlyWithItsAddressTyped() {
        var person = candidate("deleted");
        for (var confirmation : List.of("", "x", admin.email(), "deleted-")) {
            var problem =
                    act(person, "delete", "{\"reason\":\"" + REASON + "\",\"confirmation\":\"" + confirmation + "\"}");
            assertThat(problem.getString("code")).as(confirmation).isEqualTo("VALIDATION_FAILED");
            assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                    .isEqualTo("/confirmation");
        }
        assertThat(people.now(person)).isNotNull();

        var response = browser.postJson(
                USERS + "/" + person.id() + "/delete",
                "{\"reason\":\"" + REASON + "\",\"confirmation\":\""
                        + person.email().toUpperCase(java.util.Locale.ROOT) + "\"}");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(people.now(person).closedAt()).isNotNull();
        assertThat(entries(person.id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("act")).isEqualTo("account.deleted"));
        assertThat(act(person, "suspend", "{\"reason\":\"" + REASON + "\"}").getString("code"))
                .isEqualTo("ACCOUNT_CLOSED");
        assertThat(browser.get("/admin/users/" + person.id()).body())
                .contains("En cours de suppression", "fermé pour toujours")
                .doesNotContain("/suspend\"");
    }

    @Test
    void whereNothingErasesAccountsOrKnowsFactorsNeitherIsOffered() {
        var none = new Extensions(List.of(), List.of());
        assertThat(none.erases()).isFalse();
        assertThat(none.knowsFactors()).isFalse();
        assertThat(none.hasFactor("x")).isFalse();
    }

    @Test
    void whatHarmsWantsAReason() {
        var person = candidate("unreasoned");
        factors.give(person.id());
        for (var act : List.of("role", "suspend", "reset-second-factor", "delete")) {
            for (var reason : List.of("", "because", "ask camille@exemple.fr about it")) {
                var body = "{\"reason\":\"" + reason + "\"" + (act.equals("role") ? ",\"role\":\"admin\"" : "")
                        + (act.equals("delete") ? ",\"confirmation\":\"" + person.email() + "\"" : "") + "}";
                var problem = act(person, act, body);
                assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                        .as(act + " " + reason)
                        .isEqualTo("/reason");
            }
        }
        assertThat(people.now(person).open()).isTrue();
        assertThat(entries(person.id())).isEmpty();
    }

    @Test
    void nobodyDoesAnyOfItToThemselves() {
        people.admin("another-" + run + "@exemple.fr");
        factors.give(admin.id());
        for (var act : List.of("role", "suspend", "restore", "reset-second-factor", "delete")) {
            var body = "{\"reason\":\"" + REASON + "\"" + (act.equals("role") ? ",\"role\":\"candidate\"" : "")
                    + (act.equals("delete") ? ",\"confirmation\":\"" + admin.email() + "\"" : "") + "}";
            assertThat(act(admin, act, body).getString("code")).as(act).isEqualTo("OWN_ACCOUNT");
        }
        assertThat(people.now(admin).isAdmin()).isTrue();
        assertThat(people.now(admin).open()).isTrue();
        assertThat(entries(admin.id())).isEmpty();
    }

    @Test
    void whoIsNoAdministratorAnyMoreIsRefusedWhateverTheirTokenSays() {
        var former = people.admin("former-" + run + "@exemple.fr");
        var person = candidate("victim");
        act(former, "role", role("candidate", false));
        var late = people.browser(former);
        assertThat(late.postJson(USERS + "/" + person.id() + "/suspend", reason())
                        .statusCode())
                .isEqualTo(403);
        assertThat(late.postJson(USERS, "{\"email\":\"late-" + run + "@exemple.fr\",\"role\":\"admin\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.now(person).open()).isTrue();
        assertThat(accounts.byEmail(new EmailAddress("late-" + run + "@exemple.fr")))
                .isEmpty();
    }

    @Test
    void unknownAccountsAreNotFound() {
        assertThat(browser.get(USERS + "/nobody").statusCode()).isEqualTo(404);
        assertThat(browser.postJson(USERS + "/nobody/suspend", reason()).statusCode())
                .isEqualTo(404);
        assertThat(browser.postJson(USERS + "/" + admin.id() + "/promote", reason())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void noAddressIsInTheAuditLog() {
        var person = candidate("unnamed");
        create("created-" + run + "@exemple.fr", "candidate");
        act(person, "role", role("professional", true));
        act(person, "suspend", reason());
        act(person, "restore", "{\"reason\":\"it was a mistake of ours\"}");

        var written = new ArrayList<String>();
        database.getCollection("audit").find().forEach(entry -> written.add(entry.toJson()));

        assertThat(written).isNotEmpty().noneMatch(entry -> entry.contains("@"));
    }

    private Account candidate(String name) {
        return people.with(Account.CANDIDATE, name + "-" + run + "@exemple.fr");
    }

    private JsonObject create(String email, String role) {
        return new JsonObject(browser.postJson(USERS, "{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}")
                .body());
    }

    private JsonObject act(Account account, String act, String body) {
        return new JsonObject(
                browser.postJson(USERS + "/" + account.id() + "/" + act, body).body());
    }

    private JsonObject get(Account account) {
        return new JsonObject(browser.get(USERS + "/" + account.id()).body());
    }

    private List<JsonObject> entries(String subject) {
        var body = browser.get("/api/admin/audit?subject=" + subject).body();
        return new JsonObject(body)
                .getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }

    private List<String> acts(Account account) {
        return entries(account.id()).stream()
                .map(entry -> entry.getString("act"))
                .toList();
    }

    private static String role(String role, boolean verified) {
        return "{\"role\":\"" + role + "\",\"verified\":" + verified + ",\"reason\":\"" + REASON + "\"}";
    }

    private static String reason() {
        return "{\"reason\":\"" + REASON + "\"}";
    }
}
