package io.capitune.auth.passkey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.Doors;
import io.capitune.auth.factor.SecondFactors;
import io.capitune.platform.mongo.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class PasskeyTest {

    private static final String OWN = "/api/auth/passkeys";
    private static final String SIGN_IN = "/api/auth/signin/passkey";

    @Inject
    People people;

    @Inject
    Notices notices;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @Inject
    SecondFactors factors;

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

    @AfterEach
    void today() {
        clock.reset();
    }

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

    @Test
    void passkeyIsBothStepsAtOnce() {
        var owner = people.signedIn("both@passkey.exemple.fr");
        var passkey = registered(owner);
        people.withApp("both@passkey.exemple.fr");

        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);
    }

    @Test
    void adminComesInByPasskeyAsAdmin() {
        var passkey = registered(people.signedIn("admin-passkey@passkey.exemple.fr"));
        people.become("admin-passkey@passkey.exemple.fr", "admin");
        var browser = new Browser();

        signIn(browser, passkey);

        assertThat(Claims.of(browser.token()).getJsonArray("roles")).containsExactly("admin");
    }

    static Stream<Arguments> bent() {
        return Stream.of(
                bent("another origin", passkey -> passkey.at("http://localhost:8081")),
                bent("a look-alike", passkey -> passkey.at("https://capitune.example")),
                bent("another relying party", passkey -> passkey.forParty("example.com")),
                bent("another site's frame", SoftPasskey::framed),
                bent("nobody verified", SoftPasskey::unverified),
                bent("the other ceremony", passkey -> passkey.ofType("webauthn.other")));
    }

    private static Arguments bent(String what, UnaryOperator<SoftPasskey> how) {
        return Arguments.of(what, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bent")
    void whatIsBentSignsNobodyIn(String what, UnaryOperator<SoftPasskey> how) {
        var passkey = how.apply(registered(people.signedIn("bent@passkey.exemple.fr")));
        var browser = new Browser();

        var refused = signIn(browser, passkey);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("PASSKEY_REFUSED");
        assertThat(browser.token()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bent")
    void whatIsBentIsNotAdded(String what, UnaryOperator<SoftPasskey> how) {
        var owner = people.signedIn("bent-added@passkey.exemple.fr");

        var refused = add(owner, how.apply(new SoftPasskey()).create(creation(owner)), "X");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("PASSKEY_REFUSED");
    }

    @Test
    void everyRefusalReadsTheSame() {
        var passkey = registered(people.signedIn("same@passkey.exemple.fr"));
        var unknown = new SoftPasskey();
        unknown.create(creation(people.signedIn("same-unknown@passkey.exemple.fr")));

        var known = signIn(new Browser(), passkey.at("http://evil.example"));
        var other = signIn(new Browser(), unknown);

        assertThat(known.statusCode()).isEqualTo(other.statusCode());
        assertThat(known.body()).isEqualTo(other.body());
    }

    @Test
    void challengeIsGoodOnceAndOnlyWhereItWasAskedFor() {
        var passkey = registered(people.signedIn("challenge@passkey.exemple.fr"));
        var browser = new Browser();
        var options = request(browser);
        var answer = passkey.get(options);

        assertThat(answer(new Browser(), answer).statusCode())
                .as("another browser")
                .isEqualTo(401);
        assertThat(answer(browser, answer).statusCode()).isEqualTo(200);
        assertThat(answer(browser, answer).statusCode()).as("a replay").isEqualTo(401);
        assertThat(answer(browser, passkey.get(options)).statusCode())
                .as("signed anew")
                .isEqualTo(401);
    }

    @Test
    void challengeThatAWrongAnswerMetIsGone() {
        var passkey = registered(people.signedIn("burnt@passkey.exemple.fr"));
        var browser = new Browser();
        var options = request(browser);

        answer(browser, passkey.at("http://evil.example").get(options));

        assertThat(answer(browser, passkey.at("http://localhost:8080").get(options))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void challengeIsGoodForFiveMinutesAndForItsOwnCeremony() {
        var owner = people.signedIn("ceremony@passkey.exemple.fr");
        var passkey = registered(owner);
        var late = request(owner);
        var made = creation(owner);

        assertThat(answer(owner, passkey.get(made)).statusCode())
                .as("a challenge for adding one")
                .isEqualTo(401);
        clock.forward(Duration.ofMinutes(5));
        assertThat(answer(owner, passkey.get(late)).statusCode()).isEqualTo(401);
    }

    @Test
    void challengeNobodyGaveIsNone() {
        var passkey = registered(people.signedIn("invented@passkey.exemple.fr"));
        var invented = new JsonObject().put("challenge", "A".repeat(43));
        assertThat(answer(new Browser(), passkey.get(invented)).statusCode()).isEqualTo(401);
    }

    @Test
    void ofAHundredUsesOfOneAnswerOneSignsIn() throws Exception {
        var passkey = registered(people.signedIn("hundred-passkey@passkey.exemple.fr"));
        var browser = new Browser();
        var answer = passkey.get(request(browser));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> answer(browser, answer).statusCode())
                    .toList();
            var statuses =
                    threads.invokeAll(uses).stream().map(it -> it.resultNow()).toList();
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 401).hasSize(99);
        }
    }

    @Test
    void copyIsFoundByItsCounter() {
        var passkey = registered(people.signedIn("cloned@passkey.exemple.fr"));
        var atTheCopy = passkey.count();
        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);

        assertThat(signIn(new Browser(), passkey.countsFrom(atTheCopy)).statusCode())
                .as("the same count again")
                .isEqualTo(401);
        assertThat(signIn(new Browser(), passkey.countsFrom(40)).statusCode()).isEqualTo(200);
    }

    @Test
    void passkeyThatDoesNotCountIsFine() {
        var passkey = new SoftPasskey().withoutCounter();
        var owner = people.signedIn("no-count@passkey.exemple.fr");
        add(owner, passkey.create(creation(owner)), "Synchronisée");

        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);
        assertThat(signIn(new Browser(), passkey).statusCode()).isEqualTo(200);
    }

    @Test
    void credentialOfOneAccountOpensNoOther() {
        var mine = registered(people.signedIn("mine@passkey.exemple.fr"));
        people.signedIn("victim@passkey.exemple.fr");

        mine.saysItIs(CreationOptions.userHandle(people.id("victim@passkey.exemple.fr")));

        assertThat(signIn(new Browser(), mine).statusCode()).isEqualTo(401);
        assertThat(signIn(new Browser(), mine.saysItIs(null)).statusCode()).isEqualTo(401);
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
        assertThat(notices.kinds("owner@passkey.exemple.fr")).containsExactly("passkey-added", "passkey-removed");
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
    void visitorsHaveNone() {
        assertThat(new Browser().get(OWN).statusCode()).isEqualTo(401);
        assertThat(new Browser().postJson(OWN + "/options", "{}").statusCode()).isEqualTo(401);
        assertThat(new Browser().postJson(OWN, "{}").statusCode()).isEqualTo(401);
        assertThat(new Browser().delete(OWN + "/x").statusCode()).isEqualTo(401);
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
    void partsOfTheRightAnswerThatAreChangedAreRefused() {
        var passkey = registered(people.signedIn("changed@passkey.exemple.fr"));
        for (var part : List.of("clientDataJSON", "authenticatorData", "signature")) {
            var browser = new Browser();
            var answer = passkey.get(request(browser));
            var right = answer.getJsonObject("response").getString(part);
            var middle = right.length() / 2;
            var other = right.charAt(middle) == 'A' ? 'B' : 'A';
            answer.getJsonObject("response")
                    .put(part, right.substring(0, middle) + other + right.substring(middle + 1));
            assertThat(answer(browser, answer).statusCode()).as(part).isEqualTo(401);
        }
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

    @Test
    void challengesOfOneNetworkAreLimited() {
        var browser = new Browser().with("X-Forwarded-For", "203.0.113.77");
        var statuses = IntStream.range(0, 201)
                .map(i -> browser.postJson(SIGN_IN + "/options", "{}").statusCode())
                .boxed()
                .toList();
        assertThat(statuses.subList(0, 200)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
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

    private SoftPasskey registered(Browser owner) {
        var passkey = new SoftPasskey();
        var added = add(owner, passkey.create(creation(owner)), "Clé");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return passkey;
    }

    private static HttpResponse<String> signIn(Browser browser, SoftPasskey passkey) {
        return answer(browser, passkey.get(request(browser)));
    }

    private static JsonObject creation(Browser browser) {
        return new JsonObject(browser.postJson(OWN + "/options", "{}").body());
    }

    private static JsonObject request(Browser browser) {
        return new JsonObject(browser.postJson(SIGN_IN + "/options", "{}").body());
    }

    private static HttpResponse<String> add(Browser browser, JsonObject credential, String name) {
        return browser.postJson(
                OWN,
                new JsonObject().put("name", name).put("credential", credential).encode());
    }

    private static HttpResponse<String> answer(Browser browser, JsonObject credential) {
        return browser.postJson(
                SIGN_IN,
                new JsonObject()
                        .put("credential", credential)
                        .put("next", "/cv")
                        .encode());
    }
}
