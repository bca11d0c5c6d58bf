package io.capitune.auth.passkey;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.auth.factor.SecondFactors;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static io.capitune.auth.passkey.Ceremonies.OWN;
import static io.capitune.auth.passkey.Ceremonies.registered;
import static io.capitune.auth.passkey.Ceremonies.signIn;
import static org.assertj.core.api.Assertions.assertThat;

/** The passkeys of an account, which its owner alone sees, names and removes. */
@QuarkusTest
@AuthTest
class OwnPasskeysTest {

    @Inject
    People people;

    @Inject
    Notices notices;

    @Inject
    SecondFactors factors;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void administratorWhoRemovesAllSecondFactorsAtOnceKeepsOne() {
        var admin = people.signedInAdmin("sheds@passkey.exemple.fr");
        var first = registered(admin);
        var second = registered(admin);
        database.getCollection("second_factors").deleteOne(eq("_id", people.id("sheds@passkey.exemple.fr")));

        var statuses = Crowd.atOnce(
                () -> admin.delete(OWN + "/" + first.id()).statusCode(),
                () -> admin.delete(OWN + "/" + second.id()).statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertThat(new JsonObject(admin.get(OWN).body()).getJsonArray("items")).hasSize(1);
    }

    @Test
    void ownerAloneSeesAndRemovesThem() {
        var owner = people.signedIn("owner@passkey.exemple.fr");
        var passkey = registered(owner);
        var other = people.signedIn("other@passkey.exemple.fr");

        assertThat(new JsonObject(other.get(OWN).body()).getJsonArray("items")).isEmpty();
        assertThat(other.delete(OWN + "/" + passkey.id()).statusCode()).isEqualTo(404);
        assertThat(other.get("/account/security/passkeys/" + passkey.id()).statusCode())
                .isEqualTo(404);
        assertThat(other.postForm("/account/security/passkeys/" + passkey.id(), Map.of("name", "à moi"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.postForm("/account/security/passkeys/" + passkey.id() + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);

        assertThat(owner.delete(OWN + "/" + passkey.id()).statusCode()).isEqualTo(204);
        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(401);
        assertThat(owner.delete(OWN + "/" + passkey.id()).statusCode()).isEqualTo(404);
        assertThat(notices.kinds("owner@passkey.exemple.fr"))
                .containsExactly("passkey-added", "new-device", "passkey-removed");
    }

    @Test
    void changesWantARecentSignIn() {
        var owner = people.signedIn("stale@passkey.exemple.fr");
        var passkey = registered(owner);
        clock.forward(Duration.ofMinutes(16));
        owner.without("Authorization");
        owner.with("Authorization", owner.token());

        assertThat(owner.postJson(OWN + "/options", "{}").body()).contains("RECENT_SIGNIN_REQUIRED");
        assertThat(owner.delete(OWN + "/" + passkey.id()).body()).contains("RECENT_SIGNIN_REQUIRED");
        assertThat(owner.postForm("/account/security/passkeys/" + passkey.id() + "/remove", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("/account/security/again?next=");
        assertThat(owner.get(OWN).statusCode()).isEqualTo(200);
    }

    @Test
    void ownerRenamesByApi() {
        var owner = people.signedIn("renaming@passkey.exemple.fr");
        registered(owner);
        var path = OWN + "/"
                + new JsonObject(owner.get(OWN).body())
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id");

        var renamed = owner.patchJson(path, "{\"name\":\" Clé du bureau \"}");
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(renamed.body()).getString("name")).isEqualTo("Clé du bureau");
        for (var body : List.of("{}", "{\"name\":\" \"}", "{\"name\":\"" + "x".repeat(61) + "\"}")) {
            assertThat(owner.patchJson(path, body).statusCode()).as(body).isEqualTo(422);
        }
        var stranger = people.signedIn("renamer@passkey.exemple.fr");
        assertThat(stranger.patchJson(path, "{\"name\":\"Mine\"}").statusCode()).isEqualTo(404);
        assertThat(owner.get(OWN).body()).contains("Clé du bureau").doesNotContain("Mine");
    }

    @Test
    void pagesNameAndRemove() {
        var owner = people.signedIn("pages@passkey.exemple.fr");
        var passkey = registered(owner);
        var page = "/account/security/passkeys/" + passkey.id();

        assertThat(owner.postForm(page, Map.of("name", "Clé du <bureau>")).statusCode())
                .isEqualTo(303);
        assertThat(owner.get("/account/security").body()).contains("Clé du &lt;bureau&gt;");
        assertThat(owner.postForm(page, Map.of("name", "x".repeat(61))).body()).contains("60 caractères");
        assertThat(owner.get(page).body()).contains("Le lien par e-mail continue de fonctionner");
        assertThat(owner.postForm(page + "/remove", Map.of()).headers().firstValue("Location"))
                .contains("/account/security?done=passkey-removed");
        assertThat(owner.get("/account/security?done=passkey-removed").body())
                .contains("La clé d’accès est retirée.", "Vous n’en avez pas encore.");
    }

    @Test
    void visitorsHaveNone() {
        assertThat(new Browser().get(OWN).statusCode()).isEqualTo(401);
        assertThat(new Browser().postJson(OWN + "/options", "{}").statusCode()).isEqualTo(401);
        assertThat(new Browser().postJson(OWN, "{}").statusCode()).isEqualTo(401);
        assertThat(new Browser().delete(OWN + "/x").statusCode()).isEqualTo(401);
    }

    @Test
    void resetRemovesPasskeysToo() {
        var passkey = registered(people.signedIn("reset-passkey@passkey.exemple.fr"));

        transactions.run(transaction -> {
            factors.reset(transaction, people.id("reset-passkey@passkey.exemple.fr"));
            return true;
        });

        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(401);
        assertThat(database.getCollection("passkeys").countDocuments(eq("_id", passkey.id())))
                .isZero();
    }
}
