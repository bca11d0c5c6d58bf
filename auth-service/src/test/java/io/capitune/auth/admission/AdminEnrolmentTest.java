package io.capitune.auth.admission;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthTest;
import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class AdminEnrolmentTest {

    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("class=\"key\">([A-Z2-7 ]+)<");

    @Inject
    People people;

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void adminWithoutAFactorSetsOneUpBeforeThereIsASession() {
        var browser = enrolling("first-admin@exemple.fr");
        assertThat(browser.token()).isEmpty();
        var page = browser.get("/login/enrol").body();
        assertThat(page).contains("<svg class=\"qr\"", "otpauth://totp/Capitune:first-admin%40exemple.fr");
        var app = app(page);

        var wrong = browser.postForm("/login/enrol", Map.of("draft", draft(page), "code", app.wrongCode()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(found(KEY, wrong.body())).as("the same key is shown again").isEqualTo(found(KEY, page));
        assertThat(browser.token()).isEmpty();
        var done = browser.postForm("/login/enrol", Map.of("draft", draft(page), "code", app.code()));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Notez vos codes de secours");
        assertThat(done.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Claims.of(browser.token()).getJsonArray("roles")).containsExactly("admin");
        assertThat(notices.kinds("first-admin@exemple.fr")).containsExactlyInAnyOrder("second-factor-on", "new-device");
    }

    @Test
    void enrolmentIsNoWayRoundAnAppThatExists() {
        var browser = enrolling("second-admin@exemple.fr");
        var page = browser.get("/login/enrol").body();
        var mine = people.withApp("second-admin@exemple.fr");

        var late = browser.postForm(
                "/login/enrol", Map.of("draft", draft(page), "code", app(page).code()));

        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(late.headers().firstValue("Location")).contains("/login/second");
        assertThat(browser.token()).isEmpty();
        assertThat(browser.postForm("/login/second", Map.of("code", mine.code()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.token()).startsWith("Bearer ");
    }

    @Test
    void sessionFromBeforeAPromotionIsNoAdmins() {
        var browser = new Browser().signIn(mails, "promoted@exemple.fr");
        people.become("promoted@exemple.fr", "admin");
        clock.forward(Duration.ofSeconds(6));

        assertThat(Claims.of(browser.token()).getJsonArray("roles")).isEmpty();
    }

    @Test
    void adminKeepsTheLastFactor() {
        var browser = people.signedInAdmin("keeper@exemple.fr");
        var app = people.withApp("keeper@exemple.fr");

        var answer = browser.postJson("/api/auth/second-factor/off", "{\"code\":\"" + app.code() + "\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("SECOND_FACTOR_REQUIRED");
    }

    @Test
    void adminWhoHasAPasskeyUsesIt() {
        new Browser().signIn(mails, "passkey-admin@exemple.fr");
        people.become("passkey-admin@exemple.fr", "admin");
        database.getCollection("passkeys")
                .insertOne(new Document("_id", "passkey-of-an-admin")
                        .append("accountId", people.id("passkey-admin@exemple.fr")));

        var browser = people.atSecondStep("passkey-admin@exemple.fr");

        assertThat(browser.get("/login/second").body()).contains("s’ouvre avec sa clé d’accès", "data-passkey-sign-in");
        assertThat(browser.get("/login/enrol").headers().firstValue("Location")).contains("/login/second");
        assertThat(browser.postForm("/login/second", Map.of("code", "123456")).statusCode())
                .isEqualTo(410);
        database.getCollection("passkeys").deleteOne(eq("_id", "passkey-of-an-admin"));
    }

    private Browser enrolling(String email) {
        new Browser().signIn(mails, email);
        people.become(email, "admin");
        return people.atSecondStep(email);
    }

    private AuthenticatorApp app(String page) {
        return AuthenticatorApp.ofKey(found(KEY, page).replace(" ", ""), clock);
    }

    private static String draft(String page) {
        return found(DRAFT, page);
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
