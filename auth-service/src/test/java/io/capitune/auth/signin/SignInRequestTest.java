package io.capitune.auth.signin;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.DatabaseCommands;
import io.capitune.auth.Mails;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class SignInRequestTest {

    private static final String PATH = "/api/auth/signin/email";

    @Inject
    Mails mails;

    @Inject
    MongoDatabase database;

    @Inject
    DatabaseCommands commands;

    @Test
    void knownAndUnknownAddressGetTheSameAnswer() {
        new Browser().signIn(mails, "known@exemple.fr");

        var known = ask(new Browser(), "known@exemple.fr");
        var unknown = ask(new Browser(), "unknown@exemple.fr");

        assertThat(known.statusCode()).isEqualTo(202).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(shape(known)).isEqualTo(shape(unknown));
    }

    @Test
    void databaseHasTheSameWorkWhateverTheAddressAndWhateverTheLimits() {
        new Browser().signIn(mails, "work-known@exemple.fr");
        for (var i = 0; i < 10; i++) {
            ask(new Browser(), "work-capped@exemple.fr");
        }
        var hasty = new Browser();
        ask(hasty, "work-hasty@exemple.fr");

        var fresh = commands.of(() -> ask(new Browser(), "work-fresh@exemple.fr"));

        assertThat(fresh)
                .containsExactly(
                        "findAndModify", "findAndModify", "findAndModify", "update", "insert", "commitTransaction");
        assertThat(commands.of(() -> ask(new Browser(), "work-known@exemple.fr")))
                .isEqualTo(fresh);
        assertThat(commands.of(() -> ask(new Browser(), "work-capped@exemple.fr")))
                .isEqualTo(fresh);
        assertThat(commands.of(() -> ask(hasty, "work-hasty@exemple.fr"))).isEqualTo(fresh);
        assertThat(mails.to("work-capped@exemple.fr")).hasSize(10);
        assertThat(mails.to("work-hasty@exemple.fr")).hasSize(1);
    }

    @Test
    void pressingOnFillsNeitherTheDatabaseNorTheQueue() {
        var browser = new Browser();
        ask(browser, "pressing@exemple.fr");

        var statuses =
                Crowd.atOnce(150, () -> ask(browser, "pressing@exemple.fr").statusCode());

        assertThat(statuses).hasSize(150).containsOnly(202);

        assertThat(database.getCollection("sign_ins").countDocuments(Filters.eq("email", "pressing@exemple.fr")))
                .isLessThanOrEqualTo(101);
        assertThat(database.getCollection("events").find(Filters.eq("type", "signin.suppressed")))
                .allSatisfy(event -> {
                    assertThat(event.getString("status")).isEqualTo("done");
                    assertThat(event.get("sealed")).isNull();
                    assertThat(event.getDate("settledAt")).isEqualTo(new Date(0));
                });
    }

    @Test
    void impatienceInOneBrowserDoesNotUseUpWhatTheAddressMayHave() {
        var hasty = new Browser();
        for (var i = 0; i < 12; i++) {
            ask(hasty, "spared@exemple.fr");
        }
        ask(new Browser(), "spared@exemple.fr");

        assertThat(mails.to("spared@exemple.fr")).hasSize(2);
    }

    @Test
    void mailSaysHowLongItIsGood() {
        ask(new Browser(), "minutes@exemple.fr");
        assertThat(mails.latest("minutes@exemple.fr").validMinutes()).isEqualTo(10);
    }

    @Test
    void askingMakesNoAccount() {
        ask(new Browser(), "only-asked@exemple.fr");
        assertThat(database.getCollection("accounts").countDocuments(Filters.eq("email", "only-asked@exemple.fr")))
                .isZero();
    }

    @Test
    void neitherTokenNorCodeNorAddressStandsReadableInTheEvent() {
        ask(new Browser(), "sealed@exemple.fr");
        var mail = mails.latest("sealed@exemple.fr");

        var stored = new ArrayList<String>();
        database.getCollection("events").find().forEach(event -> stored.add(event.toJson()));
        database.getCollection("sign_ins").find().forEach(signIn -> stored.add(signIn.toJson()));
        database.getCollection("rate_limits")
                .find()
                .forEach(limit -> assertThat(limit.toJson()).doesNotContain("exemple.fr"));

        assertThat(stored).noneMatch(it -> it.contains(mail.token()));
        assertThat(stored).noneMatch(it -> it.contains("\"" + mail.code() + "\""));
        assertThat(database.getCollection("events").find().map(event -> event.toJson()))
                .noneMatch(it -> it.contains("sealed@exemple.fr"));
    }

    @Test
    void tokenHas256Bits() {
        ask(new Browser(), "bits@exemple.fr");
        assertThat(mails.latest("bits@exemple.fr").token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(mails.latest("bits@exemple.fr").code()).matches("[0-9]{6}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":null}",
                "{\"email\":\"\"}",
                "{\"email\":\"camille\"}",
                "{\"email\":\"a@exemple.fr\\r\\nBcc: b@exemple.fr\"}",
                "{\"email\":\"a@exemple.fr\",\"role\":\"admin\"}",
                "{\"email\":[\"a@exemple.fr\"]}"
            })
    void whatIsNoRequestIsRefused(String body) {
        var response = new Browser().postJson(PATH, body);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("VALIDATION_FAILED").doesNotContain("Bcc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "<email/>"})
    void whatIsNoJsonIsMalformed(String body) {
        assertThat(new Browser().postJson(PATH, body).statusCode()).isEqualTo(400);
    }

    @Test
    void formIsNotJson() {
        assertThat(new Browser().postForm(PATH, Map.of("email", "a@exemple.fr")).statusCode())
                .isEqualTo(415);
    }

    @Test
    void hugeBodyIsRefused() {
        var body = "{\"email\":\"" + "a".repeat(100_000) + "@exemple.fr\"}";
        assertThat(new Browser().postJson(PATH, body).statusCode()).isEqualTo(413);
    }

    @Test
    void anotherSiteCannotAsk() {
        var response = new Browser().with("Sec-Fetch-Site", "cross-site").postJson(PATH, body("x@exemple.fr"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("CROSS_SITE");
        assertThat(mails.to("x@exemple.fr")).isEmpty();
    }

    @Test
    void secondMailWithinAMinuteFromOneBrowserIsSilentlyLeftOut() {
        var browser = new Browser();
        var first = ask(browser, "hasty@exemple.fr");
        var second = ask(browser, "hasty@exemple.fr");

        assertThat(mails.to("hasty@exemple.fr")).hasSize(1);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(shape(second)).isEqualTo(shape(first));
    }

    @Test
    void addressGetsTenMailsAndTheEleventhIsSilentlyLeftOut() {
        for (var i = 0; i < 10; i++) {
            ask(new Browser(), "wanted@exemple.fr");
        }
        assertThat(mails.to("wanted@exemple.fr")).hasSize(10);

        var eleventh = ask(new Browser(), "wanted@exemple.fr");

        assertThat(mails.to("wanted@exemple.fr")).hasSize(10);
        assertThat(eleventh.statusCode()).isEqualTo(202);
        assertThat(eleventh.body())
                .isEqualTo(ask(new Browser(), "free@exemple.fr").body());
    }

    @Test
    void networkAddressGetsAHundredMailsAndTheNextIsSilentlyLeftOut() {
        for (var i = 0; i < 100; i++) {
            ask(office(), "office" + i + "@exemple.fr");
        }
        assertThat(mails.to("office99@exemple.fr")).hasSize(1);

        assertThat(ask(office(), "office100@exemple.fr").statusCode()).isEqualTo(202);

        assertThat(mails.to("office100@exemple.fr")).isEmpty();
    }

    @Test
    void browserKeepsItsCookieAndAMalformedOneIsReplaced() {
        var browser = new Browser();
        ask(browser, "cookie@exemple.fr");
        var first = browser.cookie("signin");
        ask(browser, "cookie2@exemple.fr");
        assertThat(browser.cookie("signin")).isEqualTo(first);

        browser.plant("signin", "short");
        ask(browser, "cookie3@exemple.fr");
        assertThat(browser.cookie("signin")).isNotEqualTo("short").hasSize(43);
    }

    @Test
    void cookieIsForThisHostAndOutOfReachOfScripts() {
        var cookie = ask(new Browser(), "flags@exemple.fr")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=3600")
                .doesNotContain("Domain");
    }

    private static Browser office() {
        return new Browser().with("X-Forwarded-For", "203.0.113.7");
    }

    private static HttpResponse<String> ask(Browser browser, String email) {
        return browser.postJson(PATH, body(email));
    }

    private static String body(String email) {
        return "{\"email\":\"" + email + "\",\"next\":\"/cv\"}";
    }

    /** All headers but for values that are random by nature. */
    private static Map<String, List<String>> shape(HttpResponse<String> response) {
        var headers = new TreeMap<String, List<String>>(response.headers().map());
        headers.replace(
                "set-cookie",
                headers.get("set-cookie").stream()
                        .map(it -> it.replaceFirst("=[A-Za-z0-9_-]{43}", "=…"))
                        .toList());
        new HashSet<>(headers.keySet())
                .stream()
                        .filter(it -> it.equals("x-request-id") || it.equals("date"))
                        .forEach(headers::remove);
        return headers;
    }
}
