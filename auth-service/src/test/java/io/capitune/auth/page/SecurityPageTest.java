package io.capitune.auth.page;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.AuthenticatorApp;
import io.capitune.auth.Browser;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class SecurityPageTest {

    private static final String SECURITY = "/account/security";
    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("class=\"key\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([A-Z2-9-]+)</code></li>");

    @Inject
    People people;

    @Inject
    Notices notices;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void appIsSetUpRenewedAndTurnedOffByFormsAlone() {
        var browser = people.signedIn("forms-factor@exemple.fr");
        assertThat(browser.get(SECURITY).body())
                .contains("Sécurité du compte", "Désactivé", "Vous n’en avez pas encore");

        var setUp = browser.get(SECURITY + "/app").body();
        assertThat(found(KEY, setUp)).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
        var app = AuthenticatorApp.ofKey(found(KEY, setUp).replace(" ", ""), clock);
        var wrong = browser.postForm(SECURITY + "/app", Map.of("draft", found(DRAFT, setUp), "code", app.wrongCode()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Vérifiez l’heure du téléphone", "aria-invalid=\"true\"");
        assertThat(found(KEY, wrong.body())).isEqualTo(found(KEY, setUp));
        var shown = browser.postForm(SECURITY + "/app", Map.of("draft", found(DRAFT, setUp), "code", app.code()));
        assertThat(shown.body()).contains("Notez vos codes de secours");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        var recovery = found(RECOVERY, shown.body());
        assertThat(browser.get(SECURITY).body())
                .contains("Il en reste 10 sur 10")
                .doesNotContain(recovery);

        assertThat(browser.get(SECURITY + "/codes").body()).contains("Les anciens cesseront de fonctionner");
        var renewed = browser.postForm(SECURITY + "/codes", Map.of("code", recovery));
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(renewed.body()).doesNotContain(recovery);

        assertThat(browser.get(SECURITY + "/app/off").body()).contains("Désactiver le code de l’application");
        assertThat(browser.postForm(SECURITY + "/app/off", Map.of("code", recovery))
                        .statusCode())
                .isEqualTo(422);
        clock.forward(Duration.ofSeconds(30));
        var off = browser.postForm(SECURITY + "/app/off", Map.of("code", app.code()));
        assertThat(off.headers().firstValue("Location")).contains(SECURITY + "?done=app-off");
        assertThat(browser.get(SECURITY + "?done=app-off").body())
                .contains("Le code d’une application n’est plus demandé.");
        assertThat(notices.kinds("forms-factor@exemple.fr"))
                .containsExactly(
                        "second-factor-on", "recovery-code-used", "recovery-codes-renewed", "second-factor-off");
    }

    @Test
    void tooManyTriesSayWhenToComeBack() {
        var browser = people.signedIn("tries-factor@exemple.fr");
        var app = people.withApp("tries-factor@exemple.fr");
        for (var i = 0; i < 5; i++) {
            browser.postForm(SECURITY + "/app/off", Map.of("code", app.wrongCode()));
        }

        var answer = browser.postForm(SECURITY + "/app/off", Map.of("code", app.code()));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Trop d’essais. Réessayez dans 1 min.");
    }

    @Test
    void changesWantARecentSignInAndLeadBackToTheirPage() {
        var browser = people.signedIn("recent@exemple.fr");
        people.withApp("recent@exemple.fr");
        clock.forward(Duration.ofMinutes(16));
        browser.without("Authorization");
        browser.with("Authorization", browser.token());

        assertThat(browser.get(SECURITY).body()).contains("Pour en ajouter une, connectez-vous à nouveau.");
        for (var path : new String[] {"/app/off", "/codes"}) {
            var target = browser.get(SECURITY + path)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(target)
                    .isEqualTo("/account/security/again?next=%2Faccount%2Fsecurity" + path.replace("/", "%2F"));
            assertThat(browser.get(target).body())
                    .contains("name=\"next\" value=\"" + SECURITY + path, "recent@exemple.fr");
            assertThat(browser.postForm(SECURITY + path, Map.of("code", "123456"))
                            .headers()
                            .firstValue("Location"))
                    .contains(target);
        }
    }

    @Test
    void pagesSpeakEnglish() {
        var browser = people.signedIn("english-factor@exemple.fr");
        browser.postForm("/language", Map.of("locale", "en", "next", "/"));
        browser.without("Authorization");
        browser.with("Authorization", browser.token());

        assertThat(browser.get(SECURITY).body()).contains("<html lang=\"en\"", "Account security", "Code from an app");
        assertThat(browser.get(SECURITY + "/app").body()).contains("1. Scan this square with the app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-off", "passkey-added", "passkey-removed", "unlinked"})
    void eachChangeOffersToEndTheOtherSessions(String done) {
        var browser = people.signedIn("offer-" + done + "@security.exemple.fr");
        assertThat(browser.get(SECURITY + "?done=" + done).body())
                .contains("<a href=\"/account/devices/others\">Fermer les autres sessions</a>");
    }

    @Test
    void visitorsAreSentToSignIn() {
        assertThat(new Browser().get(SECURITY).headers().firstValue("Location").orElseThrow())
                .endsWith("/login?next=%2Faccount%2Fsecurity");
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
