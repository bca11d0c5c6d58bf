package io.capitune.auth.password;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.DatabaseCommands;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.capitune.platform.seal.Sealer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class PasswordTest {

    @Inject
    Mails mails;

    @Inject
    People people;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @Inject
    MeterRegistry metrics;

    @Inject
    Sealer sealer;

    @Inject
    DatabaseCommands commands;

    @Inject
    Notices notices;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void accountThatChoseAPasswordSignsInWithItByApiAndByPage() {
        people.withPassword("chose@pw.exemple.fr");

        var answer = new Browser().login("chose@pw.exemple.fr", People.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        var body = new JsonObject(answer.body());
        assertThat(body.getJsonObject("user").getString("email")).isEqualTo("chose@pw.exemple.fr");
        assertThat(body.getString("token")).isNotBlank();
        assertThat(me(body.getString("token"))).isEqualTo(200);

        var browser = new Browser();
        var page = browser.postForm(
                "/login/password", Map.of("email", "chose@pw.exemple.fr", "password", People.PASSWORD, "next", "/cv"));
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/cv");
        assertThat(browser.token()).isNotEmpty();
    }

    @Test
    void hashIsArgon2idAndNoPasswordRestsAnywhere() {
        people.withPassword("hash@pw.exemple.fr");
        var stored = database.getCollection("passwords")
                .find(new Document("_id", people.id("hash@pw.exemple.fr")))
                .first();
        assertThat(stored.getString("hash")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(database.getCollection("accounts")
                        .find(new Document("email", "hash@pw.exemple.fr"))
                        .first()
                        .toJson())
                .doesNotContain("argon2");
    }

    @Test
    void unknownAddressAndWrongPasswordAreTheSameInAnswerHashesAndCommands() {
        people.withPassword("known@pw.exemple.fr");
        new Browser().signIn(mails, "without@pw.exemple.fr");

        var known = measured("known@pw.exemple.fr");
        var without = measured("without@pw.exemple.fr");
        var unknown = measured("nobody-at-all@pw.exemple.fr");

        assertThat(unknown).isEqualTo(known);
        assertThat(without).isEqualTo(known);
    }

    /** What hashes from elsewhere take, others have to take as well. */
    @Test
    void addressWithoutAPasswordTakesTheTimeOfItsNeighbour() {
        people.signedIn("no-password@pw.exemple.fr");
        assertTakesTheTimeOfTheNeighbour(people.id("no-password@pw.exemple.fr"), "no-password@pw.exemple.fr");
        assertTakesTheTimeOfTheNeighbour(
                sealer.mac("password-place", "no-account@pw.exemple.fr"), "no-account@pw.exemple.fr");
    }

    private void assertTakesTheTimeOfTheNeighbour(String place, String email) {
        var next = place + "-";
        database.getCollection("passwords")
                .insertOne(new Document("_id", next)
                        .append("hash", new BCryptPasswordEncoder(4).encode(People.PASSWORD))
                        .append("changedAt", new Date())
                        .append("v", 1));
        var bcrypt = metrics.counter("capitune.password.hashes", "algorithm", "bcrypt");
        var before = bcrypt.count();

        var answer = new Browser().login(email, People.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(bcrypt.count()).isEqualTo(before + 1);
        database.getCollection("passwords").deleteOne(new Document("_id", next));
    }

    @Test
    void resetMailsHoldBackNoSignIn() {
        people.withPassword("flooded@pw.exemple.fr");
        for (var i = 0; i < 12; i++) {
            new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"flooded@pw.exemple.fr\"}");
        }
        assertThat(notices.kinds("flooded@pw.exemple.fr"))
                .filteredOn("reset-password"::equals)
                .hasSize(10);
        assertThat(database.getCollection("mailed_links")
                        .countDocuments(Filters.and(
                                Filters.eq("email", "flooded@pw.exemple.fr"), Filters.gt("expiresAt", new Date(0)))))
                .as("what stands for the others goes at once, so that pressing on fills no disk")
                .isEqualTo(10);

        assertThat(new Browser().signIn(mails, "flooded@pw.exemple.fr").token()).isNotEmpty();
    }

    @Test
    void firstPasswordWantsARecentSignIn() {
        var browser = people.signedIn("first@pw.exemple.fr");
        clock.forward(Duration.ofMinutes(20));
        var late = browser.with("Authorization", browser.token());
        assertThat(change(late, null)).isEqualTo(403);
    }

    @Test
    void hashFromElsewhereStaysWhereNotAllOfThePasswordWasCompared() {
        new Browser().signIn(mails, "bcrypt-long@pw.exemple.fr");
        var first72 = "six girafes et ".repeat(5).substring(0, 72);
        database.getCollection("passwords")
                .insertOne(new Document("_id", people.id("bcrypt-long@pw.exemple.fr"))
                        .append("hash", new BCryptPasswordEncoder(4).encode(first72))
                        .append("changedAt", new Date())
                        .append("v", 1));
        for (var rest : List.of(" un slip", " un lion", "")) {
            assertThat(new Browser()
                            .login("bcrypt-long@pw.exemple.fr", first72 + rest)
                            .statusCode())
                    .as("as it was elsewhere: '%s'", rest)
                    .isEqualTo(200);
        }
    }

    @Test
    void hashFromElsewhereIsAcceptedAndMadeAnew() {
        new Browser().signIn(mails, "bcrypt@pw.exemple.fr");
        database.getCollection("passwords")
                .insertOne(new Document("_id", people.id("bcrypt@pw.exemple.fr"))
                        .append("hash", new BCryptPasswordEncoder(4).encode(People.PASSWORD))
                        .append("changedAt", new Date())
                        .append("v", 1));

        assertThat(new Browser().login("bcrypt@pw.exemple.fr", People.PASSWORD).statusCode())
                .isEqualTo(200);

        assertThat(database.getCollection("passwords")
                        .find(new Document("_id", people.id("bcrypt@pw.exemple.fr")))
                        .first()
                        .getString("hash"))
                .startsWith("$argon2id$");
        assertThat(new Browser().login("bcrypt@pw.exemple.fr", People.PASSWORD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void forgottenPasswordIsReplacedOnceAndEndsAllSessions() {
        var old = people.withPassword("forgot@pw.exemple.fr");
        new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"forgot@pw.exemple.fr\"}");
        var token = notices.token("forgot@pw.exemple.fr");

        assertThat(new Browser().head("/reset-password?token=" + token).statusCode())
                .isLessThan(400);
        assertThat(new Browser().get("/reset-password?token=" + token).body()).contains("forgot@pw.exemple.fr");

        var body = "{\"token\":\"%s\",\"password\":\"quatre girafes à pied\"}".formatted(token);
        var statuses = Crowd.atOnce(
                100,
                () -> new Browser().postJson("/api/auth/reset-password", body).statusCode());
        assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
        assertThat(new Browser().login("forgot@pw.exemple.fr", People.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(new Browser()
                        .login("forgot@pw.exemple.fr", "quatre girafes à pied")
                        .statusCode())
                .isEqualTo(200);
        clock.forward(Duration.ofSeconds(4));
        assertThat(old.token()).isEmpty();
    }

    @Test
    void forgottenPasswordOfNobodyIsAnsweredAlikeAndSendsNothing() {
        new Browser().signIn(mails, "somebody@pw.exemple.fr");
        var known = new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"somebody@pw.exemple.fr\"}");
        var unknown = new Browser().postJson("/api/auth/forgot-password", "{\"email\":\"nobody2@pw.exemple.fr\"}");
        assertThat(unknown.statusCode()).isEqualTo(202).isEqualTo(known.statusCode());
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(notices.kinds("nobody2@pw.exemple.fr")).isEmpty();
        assertThat(notices.kinds("somebody@pw.exemple.fr")).containsExactly("reset-password");
    }

    @Test
    void browserThatPressesTwiceIsSentOneMail() {
        new Browser().signIn(mails, "twice@pw.exemple.fr");
        new Browser().signIn(mails, "twice-page@pw.exemple.fr");
        var browser = new Browser();
        var page = new Browser();
        for (var press = 0; press < 2; press++) {
            browser.postJson("/api/auth/forgot-password", "{\"email\":\"twice@pw.exemple.fr\"}");
            page.postForm("/forgot-password", Map.of("email", "twice-page@pw.exemple.fr"));
        }
        assertThat(notices.kinds("twice@pw.exemple.fr")).containsExactly("reset-password");
        assertThat(notices.kinds("twice-page@pw.exemple.fr")).containsExactly("reset-password");

        var unknown = new Browser();
        unknown.postForm("/forgot-password", Map.of("email", "twice-nobody@pw.exemple.fr"));
        assertThat(unknown.cookie("signin")).hasSize(43);
    }

    @Test
    void changeWantsTheOldPasswordAndKeepsThisSession() {
        var browser = people.withPassword("change@pw.exemple.fr");
        var other = new Browser().signIn(mails, "change@pw.exemple.fr");
        clock.forward(Duration.ofMinutes(20));
        var late = browser.with("Authorization", browser.token());

        assertThat(change(late, null)).isEqualTo(422);
        assertThat(change(late, "not it at all")).isEqualTo(422);
        assertThat(change(late, People.PASSWORD)).isEqualTo(204);

        clock.forward(Duration.ofSeconds(4));
        assertThat(browser.token()).isNotEmpty();
        assertThat(other.token()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jean-pierre@wanadoo.fr, jean-pierre",
        "jean-pierre@wanadoo.fr, jean-pierre75",
        "jean-pierre@wanadoo.fr, jeanpierre1",
        "marie.dupont@example.org, marie.dupont1",
        "marie.dupont@example.org, mariedupont1",
        "marie.dupont@example.org, Marie.Dupont2026",
        "marie.dupont@example.org, tnopud.eiram",
        "camille.bernard@gmail.com, camille.bernard1"
    })
    void passwordCloseToTheAddressIsRefused(String address, String password) {
        var body = new JsonObject().put("email", address).put("password", password);
        var answer = new Browser().postJson("/api/auth/register", body.encode());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/password");
    }

    @Test
    void halfACharacterIsNoErrorOfOurs() {
        var chosen = people.signedIn("half@pw.exemple.fr")
                .postJson("/api/auth/change-password", "{\"password\":\"\\ud83e trois girafes\"}");
        assertThat(chosen.statusCode()).isEqualTo(204);
        assertThat(loginWithHalf("\\ud83e trois girafes")).isEqualTo(200);
        assertThat(loginWithHalf("\\ud800 quatre girafes")).isEqualTo(401);
    }

    private static int loginWithHalf(String escaped) {
        var body = "{\"email\":\"half@pw.exemple.fr\",\"password\":\"" + escaped + "\"}";
        return new Browser().postJson("/api/auth/login", body).statusCode();
    }

    @Test
    void newPasswordsOfOneAccountAreJudgedSoOften() {
        var browser = people.signedIn("undecided@pw.exemple.fr");
        for (int i = 0; i < 30; i++) {
            assertThat(browser.postJson("/api/auth/change-password", "{\"password\":\"azertyuiop\"}")
                            .statusCode())
                    .isEqualTo(422);
        }

        assertThat(browser.postJson("/api/auth/change-password", "{\"password\":\"azertyuiop\"}")
                        .headers()
                        .firstValue("Retry-After"))
                .isPresent();
        var page = browser.postForm("/account/password", Map.of("password", "azertyuiop"));
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("Trop d’essais");
    }

    @Test
    void commonPasswordsAndThoseLikeTheAddressAreRefused() {
        var browser = people.signedIn("camille.durand@pw.exemple.fr");
        for (var bad : new String[] {"court", "password1", "camilledurand", "azertyuiop", "x".repeat(129)}) {
            var answer = browser.postJson(
                    "/api/auth/change-password",
                    new JsonObject().put("password", bad).encode());
            assertThat(answer.statusCode()).as(bad).isEqualTo(422);
            assertThat(answer.body()).contains("/password");
        }
        var accepted = browser.postJson(
                "/api/auth/change-password",
                new JsonObject().put("password", "密码很长而且没人猜到 🦒").encode());
        assertThat(accepted.statusCode()).isEqualTo(204);
    }

    private record Seen(int status, String body, double hashes, List<String> commands) {}

    private Seen measured(String email) {
        var before = hashes();
        var answer = new AtomicReference<HttpResponse<String>>();
        var sent = commands.of(() -> answer.set(new Browser().login(email, "certainly not this one")));
        return new Seen(answer.get().statusCode(), answer.get().body(), hashes() - before, sent);
    }

    private double hashes() {
        return metrics.find("capitune.password.hashes").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static int change(Browser browser, String current) {
        var body = new JsonObject().put("current", current).put("password", "cinq girafes en train");
        return browser.postJson("/api/auth/change-password", body.encode()).statusCode();
    }

    private static int me(String token) {
        return new Browser()
                .with("Authorization", "Bearer " + token)
                .get("/api/users/me")
                .statusCode();
    }
}
