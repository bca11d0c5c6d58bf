package io.capitune.auth.address;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever changed the address of somebody else's account: when it is taken back, nothing of theirs stays in it. */
@QuarkusTest
@AuthTest
class IntruderTest extends AddressScene {

    @Test
    void intruderWhoChangesTwiceLocksNobodyOut() {
        var intruder = people.withPassword("owner@address.exemple.fr");
        var id = people.id("owner@address.exemple.fr");
        addresses.move(intruder, "evil@address.exemple.fr", PASSWORD);
        addresses.move(intruder, "worse@address.exemple.fr", PASSWORD);
        addresses.ask(intruder, "worst@address.exemple.fr", PASSWORD);
        var planted = passkey(id);
        var api = new JsonObject(new Browser()
                        .login("worse@address.exemple.fr", PASSWORD)
                        .body())
                .getString("refreshToken");
        people.withApp("worse@address.exemple.fr");
        var late = addresses.confirmation("worst@address.exemple.fr");
        var second = addresses.undoing("evil@address.exemple.fr");

        assertThat(addresses.undo("owner@address.exemple.fr").body()).contains("Votre adresse est rétablie");

        assertThat(people.email(id)).isEqualTo("owner@address.exemple.fr");
        assertThat(addresses.use("/api/auth/undo-email", second))
                .as("undoing the undo")
                .isEqualTo(410);
        assertThat(addresses.use("/api/auth/confirm-email", late))
                .as("what is pending")
                .isEqualTo(410);
        clock.forward(Duration.ofSeconds(4));
        assertThat(intruder.token()).isEmpty();
        assertThat(refresh(api)).isEqualTo(401);
        assertThat(new Browser().login("owner@address.exemple.fr", PASSWORD).statusCode())
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
    void whatTheOwnerHadBeforeTheChangeStays() {
        people.signedIn("before@address.exemple.fr");
        var id = people.id("before@address.exemple.fr");
        var app = people.withApp("before@address.exemple.fr");
        var passkey = passkey(id);
        clock.forward(Duration.ofMinutes(16));
        var browser = people.signedIn("before@address.exemple.fr", app);
        addresses.move(browser, "before-new@address.exemple.fr");
        addresses.undo("before@address.exemple.fr");

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
        addresses.ask(intruder, "prepared-new@address.exemple.fr");
        clock.forward(Duration.ofMinutes(20));
        addresses.confirm("prepared-new@address.exemple.fr");

        addresses.undo("prepared@address.exemple.fr");

        assertNothingIsAddedTo(id);
    }

    @Test
    void whatTheIntruderAddedBeforeSigningInAgainGoes() {
        people.signedIn("again@address.exemple.fr");
        var id = people.id("again@address.exemple.fr");
        passkey(id);
        clock.forward(Duration.ofMinutes(14));
        addresses.move(people.signedIn("again@address.exemple.fr"), "again-new@address.exemple.fr");

        addresses.undo("again@address.exemple.fr");

        assertNothingIsAddedTo(id);
    }

    @Test
    void whatTheIntruderAddedLongAgoInTheSameSessionGoes() {
        var intruder = people.withPassword("patient@address.exemple.fr");
        var id = people.id("patient@address.exemple.fr");
        passkey(id);
        clock.forward(Duration.ofDays(2));
        addresses.move(intruder.with("Authorization", intruder.token()), "patient-new@address.exemple.fr", PASSWORD);

        addresses.undo("patient@address.exemple.fr");

        assertNothingIsAddedTo(id);
    }

    @Test
    void whatIsPendingEndsWithTheSessionThatAsked() {
        var intruder = people.withPassword("under-way@intruded.exemple.fr");
        addresses.ask(intruder, "under-way-evil@intruded.exemple.fr", PASSWORD);
        var token = addresses.confirmation("under-way-evil@intruded.exemple.fr");
        assertThat(new Browser().get("/confirm-email?token=" + token).statusCode())
                .isEqualTo(200);

        people.signedIn("under-way@intruded.exemple.fr").delete("/api/auth/sessions");

        assertThat(new Browser().get("/confirm-email?token=" + token).statusCode())
                .isEqualTo(410);
        assertThat(addresses.use("/api/auth/confirm-email", token)).isEqualTo(410);
        assertThat(people.id("under-way@intruded.exemple.fr")).isNotEmpty();
    }

    private static int refresh(String token) {
        var body = new JsonObject().put("refreshToken", token);
        return new Browser().postJson("/api/auth/refresh", body.encode()).statusCode();
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

    private void assertNothingIsAddedTo(String id) {
        assertThat(database.getCollection("passkeys").countDocuments(Filters.eq("accountId", id)))
                .isZero();
        assertThat(database.getCollection("second_factors").countDocuments(Filters.eq("_id", id)))
                .isZero();
    }
}
