package io.capitune.auth.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

/** Signing in with real OpenID providers. */
@QuarkusTest
@AuthTest
@QuarkusTestResource(value = ProvidersResource.class, restrictToAnnotatedClass = true)
class ProviderSignInTest {

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    People people;

    @Inject
    MongoDatabase database;

    @Inject
    MovableClock clock;

    @Inject
    IdentityData data;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void newPersonHasAnAccountAndIsIn() {
        var browser = new Browser();

        var back = Visit.begin(browser, "google").backAs("new", "new@provider.exemple.fr", "true");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back)).isEqualTo("/cv");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(people.id("new@provider.exemple.fr"));
        assertThat(Claims.of(browser.token()).getJsonArray("roles")).containsExactly("candidate");
        assertThat(notices.kinds("new@provider.exemple.fr")).containsExactly("provider-linked");
        assertThat(notices.to("new@provider.exemple.fr").getFirst().toString())
                .contains("Google")
                .contains("/account/security");
    }

    @Test
    void verifiedAddressLinksTheAccountThatThereIs() {
        new Browser().signIn(mails, "known@provider.exemple.fr");
        var id = people.id("known@provider.exemple.fr");
        var browser = new Browser();

        Visit.begin(browser, "google").backAs("known", "known@provider.exemple.fr", "true");

        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(id);
        assertThat(identities(id)).hasSize(1);
    }

    @Test
    void knownPersonComesInWhateverTheAddressIsByNow() {
        Visit.begin(new Browser(), "google").backAs("moved", "before@provider.exemple.fr", "true");
        new Browser().signIn(mails, "victim@provider.exemple.fr");
        var browser = new Browser();

        Visit.begin(browser, "google").backAs("moved", "victim@provider.exemple.fr", "true");
        assertThat(Claims.of(browser.token()).getString("sub"))
                .as("another account's address changes nothing")
                .isEqualTo(people.id("before@provider.exemple.fr"));

        var later = new Browser();
        Visit.begin(later, "google").backAs("moved", null, null);
        assertThat(Claims.of(later.token()).getString("sub")).isEqualTo(people.id("before@provider.exemple.fr"));
        assertThat(notices.kinds("before@provider.exemple.fr")).containsExactly("provider-linked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"false\"", "\"yes\"", "1", "null"})
    void addressThatTheProviderDoesNotVouchForOpensNothing(String verified) {
        new Browser().signIn(mails, "hijacked@provider.exemple.fr");
        for (var email : List.of("hijacked@provider.exemple.fr", "nobody@provider.exemple.fr")) {
            var browser = new Browser();

            var back = Visit.begin(browser, "google").backAs("hijacker", email, verified);

            assertThat(back.statusCode()).isEqualTo(403);
            assertThat(back.body())
                    .contains("Google ne confirme pas votre adresse", "href=\"/login?next=%2Fcv\"")
                    .doesNotContain(email);
            assertThat(browser.token()).isEmpty();
        }
        assertThat(identities(people.id("hijacked@provider.exemple.fr"))).isEmpty();
        assertThat(database.getCollection("accounts").countDocuments(eq("email", "nobody@provider.exemple.fr")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({",true", "no address at all,true", "nothing-said@provider.exemple.fr,"})
    void withoutAVerifiedAddressNobodyIsLinked(String email, String verified) {
        var back = Visit.begin(new Browser(), "google").backAs("incomplete", email, verified);
        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(database.getCollection("identities").countDocuments(eq("subject", "incomplete")))
                .isZero();
    }

    @Test
    void textThatSaysTrueIsAWordToo() {
        var browser = new Browser();
        Visit.begin(browser, "google").backAs("as-text", "as-text@provider.exemple.fr", "\"true\"");
        assertThat(browser.token()).isNotEmpty();
    }

    @Test
    void addressInCapitalsIsTheSameAddress() {
        new Browser().signIn(mails, "capitals@provider.exemple.fr");
        var browser = new Browser();
        Visit.begin(browser, "google").backAs("capitals", "Capitals@Provider.Exemple.FR", "true");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(people.id("capitals@provider.exemple.fr"));
    }

    @Test
    void addressIsAskedForAtUserInfoWhereTheTokenHasNone() {
        var browser = new Browser();
        Visit.begin(browser, "company").backAs("employee", "employee@provider.exemple.fr", "true");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(people.id("employee@provider.exemple.fr"));
    }

    @Test
    void samePersonOfTwoProvidersIsLinkedTwice() {
        Visit.begin(new Browser(), "google").backAs("same", "both@provider.exemple.fr", "true");
        Visit.begin(new Browser(), "company").backAs("same", "both@provider.exemple.fr", "true");
        assertThat(identities(people.id("both@provider.exemple.fr"))).hasSize(2);
    }

    @Test
    void sharedDeviceForgetsWhenTheBrowserIsClosed() {
        var browser = new Browser();
        var back = Visit.begin(browser, "google", Map.of("next", "/cv", "shared", "true"))
                .backAs("shared", "shared@provider.exemple.fr", "true");
        assertThat(back.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("session="))
                .singleElement()
                .asString()
                .doesNotContain("Max-Age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/login", ""})
    void nobodyIsSentToAnotherSite(String next) {
        var back = Visit.begin(new Browser(), "google", Map.of("next", next))
                .backAs("redirected", "redirected@provider.exemple.fr", "true");
        assertThat(location(back)).isEqualTo("/generate");
    }

    @Test
    void whoeverRefusesThereIsOfferedTheOtherWaysHere() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").refusing();

        var back = browser.get(answer);

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body())
                .contains("Connexion avec Google interrompue", "href=\"/login?next=%2Fcv\"", "value=\"/cv\"");
        assertThat(browser.get(answer).statusCode()).as("the answer was used").isEqualTo(410);
    }

    @Test
    void answerPlantedInAnotherBrowserSignsNobodyIn() {
        var attacker = new Browser();
        var answer = Visit.begin(attacker, "google").as("attacker", "attacker@provider.exemple.fr", "true");
        var victim = new Browser();
        Visit.begin(victim, "google");

        assertThat(victim.get(answer).statusCode()).isEqualTo(410);
        assertThat(new Browser().get(answer).statusCode()).isEqualTo(410);
        assertThat(victim.token()).isEmpty();
        assertThat(attacker.get(answer).statusCode())
                .as("nor does that spoil it where it belongs")
                .isEqualTo(303);
    }

    @Test
    void answerOfOneProviderIsNoneOfAnother() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("mixed", "mixed@provider.exemple.fr", "true");
        assertThat(browser.get(answer.replace("/google/", "/company/")).statusCode())
                .isEqualTo(410);
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void answerThatNamesAnotherIssuerIsRefused() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("mixed-up", "mixed-up@provider.exemple.fr", "true");
        var back = browser.get(answer.replaceAll("iss=[^&]+", "iss=https%3A%2F%2Fevil.example"));
        assertThat(back.statusCode()).isEqualTo(503);
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void answerWithoutItsIssuerIsRefusedWhereTheProviderSaysThatItNamesItself() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("unnamed", "unnamed@provider.exemple.fr", "true");
        assertThat(browser.get(answer.replaceAll("&?iss=[^&]+", "")).statusCode())
                .isEqualTo(503);
    }

    @Test
    void answerIsGoodForTenMinutes() {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("late", "late@provider.exemple.fr", "true");
        clock.forward(Duration.ofMinutes(10));
        assertThat(browser.get(answer).statusCode()).isEqualTo(410);
    }

    @Test
    void ofAHundredUsesOfAnAnswerAtOnceOneOpensASession() throws Exception {
        var browser = new Browser();
        var answer = Visit.begin(browser, "google").as("hundred", "hundred@provider.exemple.fr", "true");

        var results = atOnce(100, () -> browser.get(answer).statusCode());

        assertThat(results).filteredOn(it -> it == 303).hasSize(1);
        assertThat(results).filteredOn(it -> it == 410).hasSize(99);
        var id = people.id("hundred@provider.exemple.fr");
        assertThat(database.getCollection("sessions").countDocuments(eq("accountId", id)))
                .isEqualTo(1);
    }

    @Test
    void firstSignInsAtOnceAreAllInAndLinkOnce() throws Exception {
        var visits = IntStream.range(0, 8)
                .mapToObj(i -> {
                    var browser = new Browser();
                    return new Waiting(
                            browser, Visit.begin(browser, "google").as("eager", "eager@provider.exemple.fr", "true"));
                })
                .iterator();
        var next = new Object();

        var results = atOnce(8, () -> {
            Waiting mine;
            synchronized (next) {
                mine = visits.next();
            }
            return mine.browser().get(mine.answer()).statusCode();
        });

        assertThat(results).containsOnly(303);
        assertThat(identities(people.id("eager@provider.exemple.fr"))).hasSize(1);
        assertThat(notices.kinds("eager@provider.exemple.fr")).containsExactly("provider-linked");
    }

    private record Waiting(Browser browser, String answer) {}

    @Test
    void suspendedAccountStaysOutAndIsNotLinked() {
        new Browser().signIn(mails, "suspended@provider.exemple.fr");
        var id = people.id("suspended@provider.exemple.fr");
        database.getCollection("accounts")
                .updateOne(
                        eq("_id", id),
                        set(
                                "suspension",
                                new Document("reason", "spam")
                                        .append("at", new Date())
                                        .append("by", "x")));
        var browser = new Browser();

        var back = Visit.begin(browser, "google").backAs("suspended", "suspended@provider.exemple.fr", "true");

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body())
                .contains("Ce compte est suspendu", "contester la décision", "href=\"/legal\"", "Revenir à l’accueil");
        assertThat(browser.token()).isEmpty();
        assertThat(database.getCollection("identities").countDocuments(eq("accountId", id)))
                .isZero();
    }

    @Test
    void secondStepIsAskedForAndLinksOnlyWhenItIsDone() {
        new Browser().signIn(mails, "stepped@provider.exemple.fr");
        var id = people.id("stepped@provider.exemple.fr");
        var app = people.withApp("stepped@provider.exemple.fr");
        var browser = new Browser();

        var back = Visit.begin(browser, "google").backAs("stepped", "stepped@provider.exemple.fr", "true");
        assertThat(location(back)).isEqualTo("/login/second");
        assertThat(browser.token()).isEmpty();
        assertThat(notices.kinds("stepped@provider.exemple.fr")).isEmpty();

        var unlinked = new Browser();
        assertThat(Visit.begin(unlinked, "google")
                        .backAs("stepped", "elsewhere@provider.exemple.fr", "false")
                        .statusCode())
                .as("half a sign-in has linked nothing")
                .isEqualTo(403);

        var done = browser.postForm("/login/second", Map.of("code", app.code()));
        assertThat(location(done)).isEqualTo("/cv");
        assertThat(Claims.of(browser.token()).getString("sub")).isEqualTo(id);
        assertThat(notices.kinds("stepped@provider.exemple.fr")).containsExactly("provider-linked");
        assertThat(location(Visit.begin(new Browser(), "google").backAs("stepped", null, null)))
                .isEqualTo("/login/second");
    }

    @Test
    void providerLinkedByWhoeverChangedTheAddressOpensNothingAfterTheUndo() {
        changedAddress("robbed");
        var id = people.id("robbed-by@provider.exemple.fr");
        Visit.begin(new Browser(), "google").backAs("robber", "robbed-by@provider.exemple.fr", "true");
        assertThat(identities(id)).hasSize(1);

        undo("robbed@provider.exemple.fr");

        assertThat(identities(id)).isEmpty();
        var robber = new Browser();
        var back = Visit.begin(robber, "google").backAs("robber", "robbed-by@provider.exemple.fr", "true");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Claims.of(robber.token()).getString("sub"))
                .as("an account of their own")
                .isNotEqualTo(id);
    }

    @Test
    void providerThatWaitsForItsSecondStepIsNotLinkedAfterTheUndo() {
        changedAddress("half-robbed");
        var id = people.id("half-robbed-by@provider.exemple.fr");
        var app = people.withApp("half-robbed-by@provider.exemple.fr");
        var robber = new Browser();
        Visit.begin(robber, "google").backAs("half-robber", "half-robbed-by@provider.exemple.fr", "true");
        assertThat(identities(id)).hasSize(1);

        undo("half-robbed@provider.exemple.fr");

        assertThat(identities(id)).isEmpty();
        assertThat(robber.postForm("/login/second", Map.of("code", app.code())).statusCode())
                .isEqualTo(410);
        assertThat(identities(id)).isEmpty();
    }

    @Test
    void providerLinkedLongBeforeStaysAfterTheUndo() {
        Visit.begin(new Browser(), "google").backAs("loyal", "loyal@provider.exemple.fr", "true");
        clock.forward(Duration.ofHours(1));
        changedAddress("loyal");
        undo("loyal@provider.exemple.fr");
        assertThat(identities(people.id("loyal@provider.exemple.fr"))).hasSize(1);
    }

    @Test
    void addressThatItsAccountHasJustLeftIsToldSoOnAPage() {
        changedAddress("left");
        var browser = new Browser();
        var back = Visit.begin(browser, "google").backAs("left", "left@provider.exemple.fr", "true");
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.body()).contains("Ce compte a une autre adresse").doesNotContain("left-by");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void adminHasToSetAnAppUpFirst() {
        new Browser().signIn(mails, "admin@provider.exemple.fr");
        people.become("admin@provider.exemple.fr", "admin");
        var browser = new Browser();
        var back = Visit.begin(browser, "google").backAs("admin", "admin@provider.exemple.fr", "true");
        assertThat(location(back)).isEqualTo("/login/enrol");
        assertThat(browser.token()).isEmpty();
    }

    @Test
    void ownerSeesAndUnlinksWhatOpensTheAccount() {
        var browser = signedIn("owner", "owner@provider.exemple.fr");
        var id = identities(people.id("owner@provider.exemple.fr")).getFirst().getString("_id");

        assertThat(browser.get("/account/security").body())
                .contains("Autres services", "Google", "/account/security/providers/" + id);
        assertThat(browser.get("/account/security/providers/" + id).body()).contains("Ne plus entrer avec Google");
        var removed = browser.postForm("/account/security/providers/" + id + "/remove", Map.of());
        assertThat(location(removed)).isEqualTo("/account/security?done=unlinked");
        assertThat(browser.get("/account/security?done=unlinked").body())
                .contains("Ce service n’ouvre plus votre compte.", "Aucun pour l’instant.");

        assertThat(notices.kinds("owner@provider.exemple.fr")).containsExactly("provider-linked", "provider-unlinked");
        assertThat(Visit.begin(new Browser(), "google")
                        .backAs("owner", null, null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void unlinkingWantsARecentSignIn() {
        var browser = signedIn("stale", "stale@provider.exemple.fr");
        var id = identities(people.id("stale@provider.exemple.fr")).getFirst().getString("_id");
        clock.forward(Duration.ofMinutes(16));

        var refused = browser.postForm("/account/security/providers/" + id + "/remove", Map.of());

        assertThat(location(refused)).startsWith("/account/security/again");
        assertThat(browser.get(location(refused)).body()).contains("formaction=\"/login/with/google\"");
        assertThat(identities(people.id("stale@provider.exemple.fr"))).hasSize(1);
    }

    @Test
    void ownerListsAndUnlinksByApi() {
        var browser = signedIn("by-api", "by-api@provider.exemple.fr");
        var stranger = signedIn("by-api-stranger", "by-api-stranger@provider.exemple.fr");
        var id = identities(people.id("by-api@provider.exemple.fr")).getFirst().getString("_id");
        var path = "/api/auth/identities/" + id;

        assertThat(browser.get("/api/auth/identities").body())
                .contains("\"" + id + "\"", "\"Google\"", "by-api@provider.exemple.fr")
                .doesNotContain("subject", "issuer");
        assertThat(stranger.get("/api/auth/identities").body()).doesNotContain(id);
        assertThat(stranger.delete(path).statusCode()).isEqualTo(404);

        clock.forward(Duration.ofMinutes(16));
        var late = browser.delete(path);
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("RECENT_SIGNIN_REQUIRED");
        clock.reset();

        assertThat(browser.delete(path).statusCode()).isEqualTo(204);
        assertThat(browser.delete(path).statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/auth/identities").body()).isEqualTo("{\"items\":[]}");
        assertThat(notices.kinds("by-api@provider.exemple.fr")).containsExactly("provider-linked", "provider-unlinked");
    }

    @Test
    void othersIdentitiesAreNotThere() {
        signedIn("private", "private@provider.exemple.fr");
        var id = identities(people.id("private@provider.exemple.fr")).getFirst().getString("_id");
        var stranger = signedIn("stranger", "stranger@provider.exemple.fr");

        assertThat(stranger.get("/account/security/providers/" + id).statusCode())
                .isEqualTo(404);
        assertThat(stranger.postForm("/account/security/providers/" + id + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(identities(people.id("private@provider.exemple.fr"))).hasSize(1);
    }

    @Test
    void identityIsGivenOutAndErasedWithTheAccount() throws IOException {
        var browser = signedIn("exported", "exported@provider.exemple.fr");
        var id = people.id("exported@provider.exemple.fr");

        var zip = RestAssured.given()
                .header("Authorization", browser.token())
                .get("/api/users/me/export")
                .asByteArray();
        assertThat(entry(zip, "identities.json")).contains("exported@provider.exemple.fr", "\"subject\"");

        data.erase(id);
        data.erase(id);
        assertThat(database.getCollection("identities").countDocuments(eq("accountId", id)))
                .isZero();
    }

    @Test
    void buttonsStandWhereOneSignsInAndRegisters() {
        assertThat(new Browser().get("/login?next=/cv").body())
                .contains("formaction=\"/login/with/google\"", "Continuer avec Google")
                .contains("formaction=\"/login/with/company\"", "Continuer avec Ma Société &amp; Cie");
        assertThat(new Browser().with("Accept-Language", "en").get("/register").body())
                .contains("formaction=\"/login/with/google\"", "Continue with Google", "name=\"shared\"");
    }

    @Test
    void anotherSiteSendsNobodyOnTheWay() {
        var forced = new Browser().with("Sec-Fetch-Site", "cross-site").postForm("/login/with/google", Map.of());
        assertThat(forced.statusCode()).isEqualTo(403);
        assertThat(new Browser().get("/login/with/google").statusCode()).isEqualTo(405);
    }

    @Test
    void providerThatIsAwayLeavesTheOtherWaysIn() {
        var refused = new Browser().postForm("/login/with/away", Map.of("next", "/cv", "shared", "true"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body())
                .contains("Away ne répond pas comme prévu", "href=\"/login?next=%2Fcv\"")
                .contains("name=\"shared\" value=\"true\"");
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void providersThatAreNotConfiguredAreNotThere() {
        assertThat(new Browser().postForm("/login/with/facebook", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(new Browser()
                        .get("/login/with/facebook/callback?code=a&state=b")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneNetworkBeginsOnlySoManyWays() {
        var browser = new Browser().with("X-Forwarded-For", "203.0.113.77");
        for (var i = 0; i < ProvidersResource.STARTS; i++) {
            Visit.begin(browser, "google");
        }
        assertThat(browser.postForm("/login/with/google", Map.of()).statusCode())
                .isEqualTo(429);
    }

    @Test
    void wayThereCarriesNothingThatIsStored() {
        var asked = Visit.begin(new Browser(), "google").asked();
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/login/with/google/callback");
        assertThat(asked.get("scope").split(" ")).containsExactlyInAnyOrder("openid", "email");
        for (var stored : database.getCollection("provider_sign_ins").find()) {
            assertThat(stored.toJson())
                    .doesNotContain(asked.get("state"))
                    .doesNotContain(asked.get("nonce"))
                    .doesNotContain(asked.get("code_challenge"));
        }
    }

    /** Somebody changes the address of the account {@code name@} to {@code name-by@}. */
    private void changedAddress(String name) {
        var browser = people.signedIn(name + "@provider.exemple.fr");
        var to = name + "-by@provider.exemple.fr";
        browser.postJson("/api/auth/change-email", "{\"email\":\"" + to + "\"}");
        assertThat(browser.postForm("/confirm-email", Map.of("token", token(to, "confirm-email")))
                        .statusCode())
                .isEqualTo(200);
    }

    private void undo(String email) {
        var undone = new Browser().postForm("/undo-email", Map.of("token", token(email, "email-changed")));
        assertThat(undone.statusCode()).isEqualTo(200);
    }

    private String token(String email, String kind) {
        var url = notices.to(email).stream()
                .filter(letter -> letter.getString("kind").equals(kind))
                .reduce((one, later) -> later)
                .orElseThrow()
                .getString("url");
        return url.substring(url.indexOf("token=") + "token=".length());
    }

    private Browser signedIn(String subject, String email) {
        var browser = new Browser();
        var back = Visit.begin(browser, "google").backAs(subject, email, "true");
        assertThat(back.statusCode()).isEqualTo(303);
        return browser.with("Authorization", browser.token());
    }

    private List<Document> identities(String accountId) {
        return database.getCollection("identities")
                .find(eq("accountId", accountId))
                .into(new ArrayList<>());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var executor = Executors.newFixedThreadPool(times)) {
            var results = new ArrayList<T>();
            for (var future : executor.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList())) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
