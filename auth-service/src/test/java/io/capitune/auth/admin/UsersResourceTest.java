package io.capitune.auth.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.admin.Administrator.REASON;
import static io.capitune.auth.admin.Administrator.USERS;
import static io.capitune.auth.admin.Administrator.reason;
import static io.capitune.auth.admin.Administrator.role;
import static org.assertj.core.api.Assertions.assertThat;

/** What every act of administrators wants, whom it spares, and what is written down. */
@QuarkusTest
@AuthTest
class UsersResourceTest extends AdminScene {

    @Inject
    Accounts accounts;

    @Inject
    TestFactors factors;

    @Inject
    MongoDatabase database;

    @Test
    void actsWantASignInOfTheLastMinutes() {
        var person = candidate("left-open");
        people.signedInBefore(admin.account(), Duration.ofMinutes(16));
        for (var act : List.of("role", "suspend", "restore", "reset-second-factor", "delete")) {
            assertThat(admin.act(person, act, reason()).getString("code"))
                    .as(act)
                    .isEqualTo("RECENT_SIGNIN_REQUIRED");
            assertThat(admin.browser()
                            .get("/admin/users/" + person.id() + "/" + act)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .as(act)
                    .contains("/account/security/again?next=%2Fadmin%2Fusers%2F" + person.id() + "%2F" + act);
        }
        assertThat(admin.browser().get(USERS + "/" + person.id()).statusCode()).isEqualTo(200);
        assertThat(admin.acts(person)).isEmpty();
    }

    @Test
    void formIsNotOpenedSoLateThatItWouldBeLostBeforeItIsSent() {
        var person = candidate("slowly");
        people.signedInBefore(admin.account(), Duration.ofMinutes(11));
        for (var form : List.of("/admin/users/" + person.id() + "/role", "/admin/users/new")) {
            assertThat(admin.browser().get(form).headers().firstValue("Location"))
                    .as(form)
                    .isPresent();
        }

        assertThat(admin.act(person, "suspend", reason()).getString("code"))
                .as("what was filled in since is taken")
                .isNull();

        people.signedInBefore(admin.account(), Duration.ofMinutes(9));
        assertThat(admin.browser().get("/admin/users/new").statusCode()).isEqualTo(200);
    }

    @Test
    void whatHarmsWantsAReason() {
        var person = candidate("unreasoned");
        factors.give(person.id());
        for (var act : List.of("role", "suspend", "reset-second-factor", "delete")) {
            for (var reason : List.of("", "because", "ask camille@exemple.fr about it")) {
                var body = "{\"reason\":\"" + reason + "\"" + (act.equals("role") ? ",\"role\":\"admin\"" : "")
                        + (act.equals("delete") ? ",\"confirmation\":\"" + person.email() + "\"" : "") + "}";
                var problem = admin.act(person, act, body);
                assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                        .as(act + " " + reason)
                        .isEqualTo("/reason");
            }
        }
        assertThat(people.now(person).open()).isTrue();
        assertThat(admin.entries(person.id())).isEmpty();
    }

    @Test
    void nobodyDoesAnyOfItToThemselves() {
        people.admin("another-" + run + "@exemple.fr");
        factors.give(admin.account().id());
        for (var act : List.of("role", "suspend", "restore", "reset-second-factor", "delete")) {
            var body = "{\"reason\":\"" + REASON + "\"" + (act.equals("role") ? ",\"role\":\"candidate\"" : "")
                    + (act.equals("delete")
                            ? ",\"confirmation\":\"" + admin.account().email() + "\""
                            : "") + "}";
            assertThat(admin.act(admin.account(), act, body).getString("code"))
                    .as(act)
                    .isEqualTo("OWN_ACCOUNT");
        }
        assertThat(people.now(admin.account()).isAdmin()).isTrue();
        assertThat(people.now(admin.account()).open()).isTrue();
        assertThat(admin.entries(admin.account().id())).isEmpty();
    }

    @Test
    void whoIsNoAdministratorAnyMoreIsRefusedWhateverTheirTokenSays() {
        var former = people.admin("former-" + run + "@exemple.fr");
        var person = candidate("victim");
        admin.act(former, "role", role("candidate", false));
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
        assertThat(admin.browser().get(USERS + "/nobody").statusCode()).isEqualTo(404);
        assertThat(admin.browser().postJson(USERS + "/nobody/suspend", reason()).statusCode())
                .isEqualTo(404);
        assertThat(admin.browser()
                        .postJson(USERS + "/" + admin.account().id() + "/promote", reason())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void noAddressIsInTheAuditLog() {
        var person = candidate("unnamed");
        admin.create("created-" + run + "@exemple.fr", "candidate");
        admin.act(person, "role", role("professional", true));
        admin.act(person, "suspend", reason());
        admin.act(person, "restore", "{\"reason\":\"it was a mistake of ours\"}");

        var written = new ArrayList<String>();
        database.getCollection("audit").find().forEach(entry -> written.add(entry.toJson()));

        assertThat(written).isNotEmpty().noneMatch(entry -> entry.contains("@"));
    }

    @Test
    void whereNothingErasesAccountsOrKnowsFactorsNeitherIsOffered() {
        var none = new Extensions(List.of(), List.of());
        assertThat(none.erases()).isFalse();
        assertThat(none.knowsFactors()).isFalse();
        assertThat(none.hasFactor("x")).isFalse();
    }
}
