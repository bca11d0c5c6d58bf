package io.capitune.auth.admin;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.Notices;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.address.Addresses;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.admin.Administrator.REASON;
import static io.capitune.auth.admin.Administrator.USERS;
import static io.capitune.auth.admin.Administrator.reason;
import static org.assertj.core.api.Assertions.assertThat;

/** Acts of administrators that end the sessions of an account: suspending it, taking its second factor away, deleting it. */
@QuarkusTest
@AuthTest
class EndingActsTest extends AdminScene {

    @Inject
    Notices notices;

    @Inject
    Mails mails;

    @Inject
    Accounts accounts;

    @Inject
    Addresses addresses;

    @Inject
    TestFactors factors;

    @Inject
    MongoDatabase database;

    @Test
    void aSuspendedAccountHasNoSessionAndItsOwnerIsToldWhy() {
        var email = "suspended-" + run + "@exemple.fr";
        var owner = new Browser().signIn(mails, email);
        assertThat(owner.token()).isNotEmpty();
        var person = accounts.byEmail(new EmailAddress(email)).orElseThrow();

        var view = admin.act(person, "suspend", reason());

        assertThat(view.getString("state")).isEqualTo("suspended");
        assertThat(view.getJsonObject("suspension").getString("reason")).isEqualTo(REASON);
        assertThat(view.getJsonObject("suspension").getString("by"))
                .isEqualTo(admin.account().id());
        assertThat(database.getCollection("sessions").countDocuments(Filters.eq("accountId", person.id())))
                .isZero();
        clock.forward(Duration.ofSeconds(5));
        assertThat(owner.token()).isEmpty();
        assertThat(notices.to(email)).singleElement().satisfies(letter -> {
            assertThat(letter.getString("kind")).isEqualTo("account-suspended");
            assertThat(letter.getJsonObject("details").getString("reason")).isEqualTo(REASON);
        });
        assertThat(admin.acts(person)).containsExactly("account.suspended");
    }

    @Test
    void aRestoredAccountIsOpenAgain() {
        var person = candidate("restored");
        admin.act(person, "suspend", reason());

        assertThat(admin.act(person, "restore", "{}").getString("state")).isEqualTo("open");

        assertThat(new Browser().signIn(mails, person.email()).token()).isNotEmpty();
        assertThat(notices.kinds(person.email())).containsExactly("account-suspended", "account-restored");
        assertThat(admin.acts(person)).containsExactly("account.restored", "account.suspended");
    }

    @Test
    void suspendingTwiceAndRestoringTwiceAreRefused() {
        var person = candidate("twice");
        assertThat(admin.act(person, "restore", "{}").getString("code")).isEqualTo("NOT_SUSPENDED");
        admin.act(person, "suspend", reason());
        assertThat(admin.act(person, "suspend", reason()).getString("code")).isEqualTo("ALREADY_SUSPENDED");
        assertThat(admin.acts(person)).containsExactly("account.suspended");
        assertThat(notices.to(person.email())).hasSize(1);
    }

    @Test
    void aSecondFactorIsResetAndTheSessionsEnd() {
        var email = "factor-" + run + "@exemple.fr";
        var owner = new Browser().signIn(mails, email);
        assertThat(owner.token()).isNotEmpty();
        var person = accounts.byEmail(new EmailAddress(email)).orElseThrow();
        assertThat(admin.act(person, "reset-second-factor", reason()).getString("code"))
                .isEqualTo("NO_SECOND_FACTOR");
        factors.give(person.id());
        assertThat(admin.get(person).getBoolean("secondFactor")).isTrue();

        assertThat(admin.act(person, "reset-second-factor", reason()).getBoolean("secondFactor"))
                .isFalse();

        clock.forward(Duration.ofSeconds(5));
        assertThat(owner.token()).isEmpty();
        assertThat(admin.acts(person)).containsExactly("account.factor-reset");
    }

    @Test
    void anAccountThatMayStillBeTakenBackIsNotDeleted() {
        var former = "moved-" + run + "@exemple.fr";
        var email = "moved-to-" + run + "@exemple.fr";
        var owner = new Browser().signIn(mails, former);
        addresses.move(owner.with("Authorization", owner.token()), email);
        var person = accounts.byEmail(new EmailAddress(email)).orElseThrow();
        var typed = Map.of("reason", REASON, "confirmation", email);

        assertThat(admin.act(person, "delete", new JsonObject(Map.<String, Object>copyOf(typed)).encode())
                        .getString("code"))
                .isEqualTo("ADDRESS_CHANGED");
        var page = admin.browser().postForm("/admin/users/" + person.id() + "/delete", typed);

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("Vous pouvez le suspendre d’ici là.");
        assertThat(people.now(person).closedAt()).isNull();
    }

    @Test
    void anAccountIsDeletedOnlyWithItsAddressTyped() {
        var person = candidate("deleted");
        for (var confirmation : List.of("", "x", admin.account().email(), "deleted-")) {
            var problem = admin.act(
                    person, "delete", "{\"reason\":\"" + REASON + "\",\"confirmation\":\"" + confirmation + "\"}");
            assertThat(problem.getString("code")).as(confirmation).isEqualTo("VALIDATION_FAILED");
            assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                    .isEqualTo("/confirmation");
        }
        assertThat(people.now(person)).isNotNull();

        var response = admin.browser()
                .postJson(
                        USERS + "/" + person.id() + "/delete",
                        "{\"reason\":\"" + REASON + "\",\"confirmation\":\""
                                + person.email().toUpperCase(Locale.ROOT) + "\"}");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(people.now(person).closedAt()).isNotNull();
        assertThat(admin.entries(person.id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("act")).isEqualTo("account.deleted"));
        assertThat(admin.act(person, "suspend", "{\"reason\":\"" + REASON + "\"}")
                        .getString("code"))
                .isEqualTo("ACCOUNT_CLOSED");
        assertThat(admin.browser().get("/admin/users/" + person.id()).body())
                .contains("En cours de suppression", "fermé pour toujours")
                .doesNotContain("/suspend\"");
    }
}
