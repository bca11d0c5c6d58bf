package io.capitune.auth.admin;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.Notices;
import io.capitune.auth.Operator;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code ./capitune admin create} and {@code verify-audit} ask for. */
@QuarkusTest
@AuthTest
class AdminsResourceTest {

    @Inject
    Accounts accounts;

    @Inject
    Notices notices;

    @Inject
    Mails mails;

    @Inject
    People people;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    private String email;
    private Browser operator;

    @BeforeEach
    void operator() {
        email = "operator-" + random.digits(12) + "@exemple.fr";
        operator = Operator.signedIn();
    }

    @Test
    void theFirstAdministratorIsMadeOfNothing() {
        var answer = make(email);

        var account = accounts.byEmail(new EmailAddress(email)).orElseThrow();
        assertThat(answer.getString("outcome")).isEqualTo("created");
        assertThat(answer.getString("id")).isEqualTo(account.id());
        assertThat(account.isAdmin()).isTrue();
        assertThat(notices.kinds(email)).containsExactly("account-created");
        assertThat(written(account)).isEqualTo("operator account.created");
    }

    @Test
    void anAccountThatIsThereIsPromotedAndItsSessionsEnd() {
        new Browser().signIn(mails, email);
        var account = accounts.byEmail(new EmailAddress(email)).orElseThrow();

        assertThat(make(email).getString("outcome")).isEqualTo("promoted");

        assertThat(people.now(account).roles()).containsExactly("admin");
        assertThat(database.getCollection("sessions").countDocuments(Filters.eq("accountId", account.id())))
                .isZero();
        assertThat(written(account)).isEqualTo("operator account.role-changed");
        assertThat(make(email).getString("outcome")).isEqualTo("unchanged");
        assertThat(database.getCollection("audit").countDocuments(Filters.eq("subject", account.id())))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThat(operator.postJson("/internal/admins", "{\"email\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(operator.postJson("/internal/admins", "").statusCode()).isEqualTo(422);
    }

    @Test
    void theAuditLogIsVerified() {
        make(email);
        var whole = verify("");
        assertThat(whole.getBoolean("whole")).isTrue();
        assertThat(whole.getLong("entries")).isPositive();
        var kept = "?entry=" + whole.getLong("entries") + "&seal=" + whole.getString("lastSeal");
        assertThat(verify(kept).getBoolean("whole")).isTrue();
        assertThat(verify("?entry=" + whole.getLong("entries") + "&seal=x").encode())
                .isEqualTo("{\"whole\":false,\"entry\":" + whole.getLong("entries") + ",\"fault\":\"REPLACED\"}");
        assertThat(operator.get("/internal/audit/verification?entry=1").statusCode())
                .isEqualTo(400);
        assertThat(operator.get("/internal/audit/verification?entry=x&seal=y").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAccountCannotStandForTheOperator() {
        var account = people.with(Account.CANDIDATE, email);
        assertThat(account.id()).isNotEqualTo("operator");
        assertThat(people.browser(account)
                        .postJson("/internal/admins", "{\"email\":\"" + email + "\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private JsonObject make(String address) {
        return new JsonObject(operator.postJson("/internal/admins", "{\"email\":\"" + address + "\"}")
                .body());
    }

    private JsonObject verify(String query) {
        return new JsonObject(
                operator.get("/internal/audit/verification" + query).body());
    }

    private String written(Account account) {
        var entry = database.getCollection("audit")
                .find(Filters.eq("subject", account.id()))
                .first();
        return entry.getString("actor") + " " + entry.getString("act");
    }
}
