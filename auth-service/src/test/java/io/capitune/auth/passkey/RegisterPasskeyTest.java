package io.capitune.auth.passkey;

import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.Doors;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.capitune.auth.passkey.Ceremonies.OWN;
import static io.capitune.auth.passkey.Ceremonies.SIGN_IN;
import static io.capitune.auth.passkey.Ceremonies.add;
import static io.capitune.auth.passkey.Ceremonies.answer;
import static io.capitune.auth.passkey.Ceremonies.creation;
import static io.capitune.auth.passkey.Ceremonies.registered;
import static io.capitune.auth.passkey.Ceremonies.request;
import static io.capitune.auth.passkey.Ceremonies.signIn;
import static org.assertj.core.api.Assertions.assertThat;

/** A passkey is added to an account, and none that is not what it says. */
@QuarkusTest
@AuthTest
class RegisterPasskeyTest {

    @Inject
    People people;

    @Inject
    Notices notices;

    @Inject
    Transactions transactions;

    @Inject
    RegisterPasskey registerPasskey;

    @Inject
    Accounts accounts;

    @Inject
    Doors doors;

    @Inject
    ObjectMapper json;

    @Test
    void passkeyIsAddedAndSignsIn() {
        var owner = people.signedIn("passkey@passkey.exemple.fr");
        var passkey = new SoftPasskey();
        var options = creation(owner);
        assertThat(options.getJsonObject("rp").getString("id")).isEqualTo("localhost");
        assertThat(options.getString("attestation")).isEqualTo("none");
        assertThat(options.getJsonObject("authenticatorSelection"))
                .isEqualTo(new JsonObject()
                        .put("residentKey", "required")
                        .put("requireResidentKey", true)
                        .put("userVerification", "required"));

        var added = add(owner, passkey.create(options), "Téléphone");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(notices.kinds("passkey@passkey.exemple.fr")).containsExactly("passkey-added");

        var browser = new Browser();
        var request = request(browser);
        assertThat(request.getString("userVerification")).isEqualTo("required");
        assertThat(request.getJsonArray("allowCredentials")).isEmpty();
        var in = answer(browser, passkey.get(request));

        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body()).isEqualTo("{\"next\":\"/cv\"}");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(people.id("passkey@passkey.exemple.fr"));
        var listed = new JsonObject(owner.get(OWN).body()).getJsonArray("items").getJsonObject(0);
        assertThat(listed.getString("name")).isEqualTo("Téléphone");
        assertThat(listed.getString("lastUsedAt")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBentIsNotAdded(Bent bent) {
        var owner = people.signedIn("bent-added@passkey.exemple.fr");

        var refused = add(owner, bent.bend(new SoftPasskey()).create(creation(owner)), "X");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("PASSKEY_REFUSED");
    }

    @Test
    void idOfSomebodyElsesCredentialIsNotTakenOver() {
        var victim = registered(people.signedIn("taken@passkey.exemple.fr"));
        var attacker = people.signedIn("taker@passkey.exemple.fr");
        var forged = new SoftPasskey().withIdOf(victim);

        var refused = add(attacker, forged.create(creation(attacker)), "X");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("PASSKEY_KNOWN");
        assertThat(signIn(new Browser(), forged).statusCode()).isEqualTo(401);
        assertThat(signIn(new Browser(), victim).statusCode()).isEqualTo(200);
    }

    @Test
    void registrationAnswersTheChallengeOfItsOwnAccount() {
        var attacker = people.signedIn("attacker@passkey.exemple.fr");
        var options = creation(attacker);
        var victim = people.signedIn("registered@passkey.exemple.fr");
        victim.plant("passkey", attacker.cookie("passkey"));

        assertThat(add(victim, new SoftPasskey().create(options), "X").statusCode())
                .isEqualTo(422);
        assertThat(new JsonObject(victim.get(OWN).body()).getJsonArray("items")).isEmpty();
    }

    @Test
    void existingOnesAreNamedToTheBrowserAndNotAddedTwice() {
        var owner = people.signedIn("twice@passkey.exemple.fr");
        var passkey = registered(owner);
        var options = creation(owner);

        assertThat(options.getJsonArray("excludeCredentials").getJsonObject(0).getString("id"))
                .isEqualTo(passkey.id());
        assertThat(options.getJsonArray("excludeCredentials").getJsonObject(0).getJsonArray("transports"))
                .as("without what no browser says")
                .containsExactlyInAnyOrder("internal", "hybrid");
        assertThat(add(owner, passkey.create(options), "X").body()).contains("PASSKEY_KNOWN");
    }

    @Test
    void garbageIsRefusedAndNothingElse() {
        var owner = people.signedIn("garbage@passkey.exemple.fr");
        var passkey = registered(owner);
        var handle = CreationOptions.userHandle(people.id("garbage@passkey.exemple.fr"));
        for (var bytes : List.of("", "AA", "!!", "bnVsbA", "e30", "oA", "WGA", "_____w", "A".repeat(3000))) {
            var response = new JsonObject()
                    .put("clientDataJSON", bytes)
                    .put("attestationObject", bytes)
                    .put("authenticatorData", bytes)
                    .put("signature", bytes)
                    .put("userHandle", handle);
            var answer = new JsonObject().put("id", passkey.id()).put("response", response);
            assertThat(answer(new Browser(), answer).statusCode()).as(bytes).isEqualTo(401);
            assertThat(add(owner, answer, "X").statusCode()).as(bytes).isEqualTo(422);
        }
        assertThat(answer(new Browser(), new JsonObject()).statusCode()).isEqualTo(401);
        assertThat(new Browser().postJson(SIGN_IN, "{}").statusCode()).isEqualTo(400);
        assertThat(new Browser().postJson(SIGN_IN, "[]").statusCode()).isEqualTo(400);
        assertThat(add(owner, new JsonObject(), "X").statusCode()).isEqualTo(422);
        assertThat(add(owner, passkey.create(creation(owner)), " ").body()).contains("/name");
    }

    @Test
    void passkeyIsNotAddedToAnAccountWhoseWaysInWereClosedMeanwhile() throws Exception {
        people.signedIn("late@passkey.exemple.fr");
        var read = accounts.byId(people.id("late@passkey.exemple.fr")).orElseThrow();
        var options = new JsonObject(json.writeValueAsString(registerPasskey.options(read, "a browser")));
        var answer = json.readValue(new SoftPasskey().create(options).encode(), Answer.class);

        transactions.run(transaction -> {
            doors.close(transaction, read.id());
            return read;
        });

        assertThat(registerPasskey.register(read, "a browser", answer, "Clé"))
                .isInstanceOf(RegisterResult.Refused.class);
        var now = accounts.byId(read.id()).orElseThrow();
        var again = new JsonObject(json.writeValueAsString(registerPasskey.options(now, "a browser")));
        var right = json.readValue(new SoftPasskey().create(again).encode(), Answer.class);
        assertThat(registerPasskey.register(now, "a browser", right, "Clé")).isInstanceOf(RegisterResult.Added.class);
    }
}
