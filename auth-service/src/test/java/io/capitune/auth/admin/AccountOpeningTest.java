package io.capitune.auth.admin;

import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.Notices;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.audit.AuditVerification;
import io.capitune.auth.audit.ChainState;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.admin.Administrator.USERS;
import static org.assertj.core.api.Assertions.assertThat;

/** Accounts that administrators open for others. */
@QuarkusTest
@AuthTest
class AccountOpeningTest {

    @Inject
    People people;

    @Inject
    Notices notices;

    @Inject
    Mails mails;

    @Inject
    Accounts accounts;

    @Inject
    AuditVerification verification;

    @Inject
    RandomTokens random;

    private String run;
    private Administrator admin;

    @BeforeEach
    void signIn() {
        run = random.digits(12);
        admin = Administrator.with(people, "admin-" + run + "@exemple.fr");
    }

    @AfterEach
    void chainIsWhole() {
        assertThat(verification.verify(null)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void anAccountIsOpenedForSomebodyWhoSignsInByALink() {
        var email = "opened-" + run + "@exemple.fr";
        var response = admin.browser()
                .postJson(
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
        assertThat(notices.to(email)).singleElement().satisfies(letter -> {
            assertThat(letter.getString("kind")).isEqualTo("account-created");
            assertThat(letter.getString("locale")).isEqualTo("en");
            assertThat(letter.getString("url")).isEqualTo("http://localhost:8080/login");
        });
        assertThat(admin.entries(view.getString("id"))).singleElement().satisfies(entry -> {
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
        var response = admin.create(known.email(), "admin");
        assertThat(response.getString("code")).isEqualTo("ACCOUNT_EXISTS");
        assertThat(people.now(known).roles()).containsExactly("candidate");
        assertThat(notices.to(known.email())).isEmpty();
    }

    @Test
    void eachWrongFieldOfANewAccountIsNamed() {
        var problem = admin.create("nobody", "emperor");
        assertThat(problem.getString("code")).isEqualTo("VALIDATION_FAILED");
        assertThat(problem.getJsonArray("errors").stream().map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactly("/email", "/role");
        assertThat(admin.browser().postJson(USERS, "").statusCode()).isEqualTo(422);
        assertThat(admin.browser().postJson(USERS, "{\"password\":\"x\"}").statusCode())
                .isEqualTo(422);
    }

    private Account candidate(String name) {
        return people.with(Account.CANDIDATE, name + "-" + run + "@exemple.fr");
    }
}
