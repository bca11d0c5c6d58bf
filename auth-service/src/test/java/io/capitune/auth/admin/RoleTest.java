package io.capitune.auth.admin;

import java.time.Duration;
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
import io.capitune.auth.password.ChangePassword;
import io.capitune.platform.error.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.admin.Administrator.REASON;
import static io.capitune.auth.admin.Administrator.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Roles and verification that administrators give and take, and what else that changes. */
@QuarkusTest
@AuthTest
class RoleTest extends AdminScene {

    @Inject
    ChangePassword changePassword;

    @Inject
    Notices notices;

    @Inject
    Mails mails;

    @Inject
    Accounts accounts;

    @Inject
    MongoDatabase database;

    @Test
    void passwordThatWasBeingChosenBeforeAPromotionIsNotThatOfAnAdministrator() {
        var person = candidate("chose-before");
        var read = accounts.byId(person.id()).orElseThrow();
        admin.act(person, "role", "{\"role\":\"admin\",\"reason\":\"Elle rejoint l’équipe\"}");

        assertThatThrownBy(() -> changePassword.change(read, "lampe kz9", null, "127.0.0.1"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("ACCOUNT_CHANGED"));

        assertThat(changePassword.hasOne(read)).isFalse();
    }

    @Test
    void aRoleIsChangedAndWrittenDownWithBothRoles() {
        var person = candidate("role");

        var view = admin.act(
                person, "role", "{\"role\":\"professional\",\"verified\":true,\"reason\":\"" + REASON + "\"}");

        assertThat(view.getString("role")).isEqualTo("professional");
        assertThat(view.getString("verifiedAt")).isNotNull();
        assertThat(people.now(person).roles()).containsExactly("professional");
        assertThat(notices.kinds(person.email())).containsExactly("role-changed");
        assertThat(admin.entries(person.id())).singleElement().satisfies(entry -> {
            assertThat(entry.getString("act")).isEqualTo("account.role-changed");
            assertThat(entry.getString("actor")).isEqualTo(admin.account().id());
            assertThat(entry.getString("actorEmail")).isEqualTo(admin.account().email());
            assertThat(entry.getString("subjectEmail")).isEqualTo(person.email());
            assertThat(entry.getString("source")).startsWith("198.51.");
            assertThat(entry.getString("reason")).isEqualTo(REASON);
            assertThat(entry.getJsonObject("details").getMap())
                    .isEqualTo(Map.of("from", "candidate", "to", "professional, verified"));
        });
    }

    @Test
    void theSameRoleAgainIsNoAct() {
        var person = candidate("same");
        admin.act(person, "role", role("candidate", false));
        assertThat(admin.entries(person.id())).isEmpty();
    }

    @Test
    void verificationIsForProfessionalsAndCanBeTakenBack() {
        var person = candidate("verify");
        assertThat(admin.act(person, "role", role("candidate", true)).getValue("verifiedAt"))
                .isNull();
        assertThat(admin.entries(person.id())).isEmpty();

        admin.act(person, "role", role("professional", true));
        assertThat(people.now(person).verifiedAt()).isNotNull();
        admin.act(person, "role", role("professional", false));
        assertThat(people.now(person).verifiedAt()).isNull();
        assertThat(admin.entries(person.id())).hasSize(2);
    }

    @Test
    void becomingAnAdministratorEndsTheSessions() {
        var email = "promoted-" + run + "@exemple.fr";
        var owner = new Browser().signIn(mails, email);
        assertThat(owner.token()).isNotEmpty();

        admin.act(accounts.byEmail(new EmailAddress(email)).orElseThrow(), "role", role("admin", false));

        clock.forward(Duration.ofSeconds(5));
        assertThat(owner.token()).isEmpty();
    }

    @Test
    void passwordOfWhoBecomesAnAdministratorIsForgotten() {
        var person = candidate("promoted");
        database.getCollection("passwords").insertOne(new Document("_id", person.id()).append("hash", "x"));

        admin.act(person, "role", role("admin", false));

        assertThat(database.getCollection("passwords").countDocuments(Filters.eq(person.id())))
                .isZero();
    }
}
