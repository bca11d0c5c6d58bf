package io.capitune.auth.page;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class CallbackPageTest {

    private static final String LINK = "/api/auth/callback/email";

    @Inject
    Mails mails;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void linkSignsInAtOnceInTheBrowserThatAsked() {
        var browser = new Browser();
        var mail = ask(browser, "same@exemple.fr", "/cv?x=1");

        var response = browser.get(mail.path());

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/cv?x=1");
        assertThat(browser.token()).startsWith("Bearer ");
    }

    @Test
    void withoutNextItGoesToGenerate() {
        var browser = new Browser();
        var response = browser.get(ask(browser, "default@exemple.fr", "").path());
        assertThat(response.headers().firstValue("Location")).contains("/generate");
    }

    @Test
    void linkLeadsToNoOtherSite() {
        var browser = new Browser();
        var response =
                browser.get(ask(browser, "open@exemple.fr", "//evil.example").path());
        assertThat(response.headers().firstValue("Location")).contains("/generate");
    }

    @Test
    void scannersOfMailConsumeNothing() {
        var browser = new Browser();
        var mail = ask(browser, "scanned@exemple.fr", "/cv");

        var scanner = new Browser();
        assertThat(scanner.get(mail.path()).statusCode()).isEqualTo(200);
        assertThat(scanner.head(mail.path()).statusCode()).isEqualTo(200);
        assertThat(scanner.get(mail.path()).statusCode()).isEqualTo(200);
        assertThat(scanner.cookie("session")).isNull();

        assertThat(browser.get(mail.path()).statusCode()).isEqualTo(303);
    }

    @Test
    void headAndPrefetchConsumeNothingEvenInTheBrowserThatAsked() {
        var browser = new Browser();
        var mail = ask(browser, "head@exemple.fr", "/cv");

        assertThat(browser.head(mail.path()).statusCode()).isEqualTo(200);
        assertThat(browser.with("Sec-Purpose", "prefetch").get(mail.path()).statusCode())
                .isEqualTo(200);
        assertThat(browser.cookie("session")).isNull();

        assertThat(browser.without("Sec-Purpose").get(mail.path()).statusCode()).isEqualTo(303);
    }

    @Test
    void elsewhereTheButtonSignsIn() {
        var mail = ask(new Browser(), "phone@exemple.fr", "/cv");
        var phone = new Browser();

        var page = phone.get(mail.path());
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.body()).contains("phone@exemple.fr", "<form method=\"post\" action=\"" + LINK + "\"");

        var response = phone.postForm(LINK, Map.of("token", mail.token()));
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/cv");
        assertThat(phone.token()).startsWith("Bearer ");
    }

    @Test
    void anotherSiteCannotPressTheButton() {
        var mail = ask(new Browser(), "forced@exemple.fr", "/cv");
        var victim = new Browser().with("Sec-Fetch-Site", "cross-site");
        assertThat(victim.postForm(LINK, Map.of("token", mail.token())).statusCode())
                .isEqualTo(403);
        assertThat(victim.cookie("session")).isNull();
    }

    @Test
    void ofAHundredSimultaneousUsesOneWins() throws Exception {
        var browser = new Browser();
        var mail = ask(browser, "race@exemple.fr", "/cv");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i -> () -> i % 2 == 0
                            ? browser.get(mail.path()).statusCode()
                            : new Browser()
                                    .postForm(LINK, Map.of("token", mail.token()))
                                    .statusCode())
                    .toList();
            var statuses =
                    threads.invokeAll(uses).stream().map(it -> it.resultNow()).toList();

            assertThat(statuses).filteredOn(status -> status == 303).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 410).hasSize(99);
        }
        assertThat(database.getCollection("accounts").countDocuments(Filters.eq("email", "race@exemple.fr")))
                .isEqualTo(1);
    }

    @Test
    void concurrentFirstSignInsGiveOneAccount() throws Exception {
        var browsers = IntStream.range(0, 8).mapToObj(i -> new Browser()).toList();
        browsers.forEach(browser -> ask(browser, "twins@exemple.fr", "/cv"));
        var sent = mails.to("twins@exemple.fr");
        assertThat(sent).hasSize(8);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = sent.stream()
                    .<Callable<Integer>>map(mail -> () -> new Browser()
                            .postForm(LINK, Map.of("token", mail.token()))
                            .statusCode())
                    .toList();
            assertThat(threads.invokeAll(uses)).extracting(it -> it.resultNow()).containsOnly(303);
        }
        assertThat(database.getCollection("accounts").countDocuments(Filters.eq("email", "twins@exemple.fr")))
                .isEqualTo(1);
    }

    @Test
    void usedLinkSaysSoAndOffersAnother() {
        var browser = new Browser();
        var mail = ask(browser, "twice@exemple.fr", "/cv");
        browser.get(mail.path());

        var again = browser.get(mail.path());

        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("href=\"/login\"");
        assertThat(new Browser().get(mail.path()).statusCode()).isEqualTo(410);
    }

    @Test
    void linkIsGoodForTenMinutes() {
        var browser = new Browser();
        var mail = ask(browser, "late@exemple.fr", "/cv");

        clock.forward(Duration.ofMinutes(10));

        assertThat(browser.get(mail.path()).statusCode()).isEqualTo(410);
        assertThat(browser.postForm(LINK, Map.of("token", mail.token())).statusCode())
                .isEqualTo(410);
        assertThat(browser.cookie("session")).isNull();
    }

    @Test
    void tamperedLinkIsRefused() {
        var browser = new Browser();
        var mail = ask(browser, "tampered@exemple.fr", "/cv");
        var other = mail.token().charAt(5) == 'A' ? 'B' : 'A';
        var tampered = mail.token().substring(0, 5) + other + mail.token().substring(6);

        assertThat(browser.get(LINK + "?token=" + tampered).statusCode()).isEqualTo(400);
        assertThat(browser.get(LINK).statusCode()).isEqualTo(400);
        assertThat(browser.get(LINK + "?token=%00%3Cscript%3E").body()).doesNotContain("<script>alert");
        assertThat(browser.postForm(LINK, Map.of("token", tampered)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void strangersRequestForTheSameAddressInvalidatesNothing() {
        var owner = new Browser();
        var mail = ask(owner, "owned@exemple.fr", "/cv");
        ask(new Browser(), "owned@exemple.fr", "/upgrade");

        assertThat(owner.get(mail.path()).headers().firstValue("Location")).contains("/cv");
    }

    @Test
    void eachSignInGivesANewSessionAndEndsTheOldOne() {
        var browser = new Browser().signIn(mails, "again@exemple.fr");
        var old = browser.cookie("session");
        var thief = new Browser();
        thief.plant("session", old);
        assertThat(thief.token()).isNotEmpty();

        browser.get(ask(new Browser(), "again@exemple.fr", "/").path());
        browser.postForm(LINK, Map.of("token", mails.latest("again@exemple.fr").token()));

        assertThat(browser.cookie("session")).isNotEqualTo(old);
        assertThat(thief.token()).isEmpty();
    }

    @Test
    void onASharedDeviceTheCookieGoesWithTheBrowser() {
        var shared = new Browser();
        shared.postJson("/api/auth/signin/email", "{\"email\":\"shared@exemple.fr\",\"shared\":true}");
        var own = new Browser();

        assertThat(sessionCookie(shared, mails.latest("shared@exemple.fr"))).doesNotContain("Max-Age", "Expires");
        assertThat(sessionCookie(own, ask(own, "own@exemple.fr", "/"))).contains("Max-Age=2592000");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void elsewhereTheDeviceIsSharedWhereItIsSaidAtTheAskingOrAtTheButton(boolean atAsking, boolean atButton) {
        new Browser()
                .postJson(
                        "/api/auth/signin/email",
                        "{\"email\":\"elsewhere@exemple.fr\",\"shared\":%s}".formatted(atAsking));
        var mail = mails.latest("elsewhere@exemple.fr");
        var elsewhere = new Browser();
        assertThat(elsewhere.get(mail.path()).body())
                .contains("<input type=\"checkbox\" name=\"shared\" value=\"true\">", "Cet appareil est partagé");

        var form = new HashMap<>(Map.of("token", mail.token()));
        if (atButton) {
            form.put("shared", "true");
        }
        var entered = sessionCookie(elsewhere.postForm(LINK, form));

        var shared = atAsking || atButton;
        assertThat(entered.contains("Max-Age")).isEqualTo(!shared);
        assertThat(elsewhere.cookie("device") == null).isEqualTo(shared);
        clock.forward(Duration.ofMinutes(31));
        assertThat(elsewhere.token().isEmpty()).isEqualTo(shared);
    }

    @Test
    void elsewhereThePageSpeaksEnglish() {
        var mail = ask(new Browser(), "english@exemple.fr", "/cv");
        assertThat(new Browser().with("Accept-Language", "en").get(mail.path()).body())
                .contains("Confirm that you sign in", "This device is shared");
    }

    private static String sessionCookie(Browser browser, Mails.Mail mail) {
        return sessionCookie(browser.get(mail.path()));
    }

    private static String sessionCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("session="))
                .findFirst()
                .orElseThrow();
    }

    private Mails.Mail ask(Browser browser, String email, String next) {
        browser.postJson("/api/auth/signin/email", "{\"email\":\"%s\",\"next\":\"%s\"}".formatted(email, next));
        return mails.latest(email);
    }
}
