package io.capitune.auth.page;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@AuthTest
class LoginPageTest {

    @Inject
    Mails mails;

    @Inject
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void pageSpeaksFrenchFirstAndEnglishWhenAsked() {
        assertThat(new Browser().get("/login").body()).contains("<html lang=\"fr\"", "Entrer sans mot de passe");
        assertThat(new Browser().with("Accept-Language", "en-GB").get("/login").body())
                .contains("<html lang=\"en\"", "Sign in without a password");
    }

    @Test
    void nextIsCarriedAlongEscapedAndOnlyWithinTheSite() {
        assertThat(new Browser().get("/login?next=%2Fcv%3Fa%3D1%26b%3D2").body())
                .contains("value=\"/cv?a=1&amp;b=2\"");
        assertThat(new Browser().get("/login?next=https%3A%2F%2Fevil.example").body())
                .contains("name=\"next\" value=\"/generate\"")
                .doesNotContain("//evil");
        assertThat(new Browser().get("/login?next=%2F%22%3E%3Cscript%3E").body())
                .doesNotContain("\"><script>");
    }

    @Test
    void whoIsSignedInIsSentOn() {
        var browser = new Browser().signIn(mails, "already@exemple.fr");
        var response = browser.with("Authorization", browser.token()).get("/login?next=/cv");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/cv");
    }

    @Test
    void addressThatIsNoneIsSaidAndTheFocusIsThere() {
        var form = Map.of("email", "personne@exemple", "password", "trois girafes à vélo");
        var answer = new Browser().postForm("/login/password", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .containsPattern("<input[^>]* id=\"email\"[^>]* autofocus[^>]* aria-describedby=\"email-error\"")
                .containsPattern("(?s)id=\"email-error\">.*Écrivez une adresse complète")
                .doesNotContainPattern("<input[^>]* id=\"password\"[^>]* autofocus");

        var wrong = new Browser().postForm("/login/password", Map.of("email", "no@exemple.fr", "password", "x"));
        assertThat(wrong.body())
                .as("which of the two is wrong is not told")
                .containsPattern("<input[^>]* id=\"password\"[^>]* autofocus")
                .doesNotContainPattern("<input[^>]* id=\"email\"[^>]* autofocus");
    }

    @Test
    void signInWorksByFormsAlone() {
        var browser = new Browser();

        var sent = browser.postForm("/login", Map.of("email", "forms@exemple.fr", "next", "/cv"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/login/code");
        var step = browser.get("/login/code");
        assertThat(step.body()).contains("forms@exemple.fr", "Code à six chiffres");
        assertThat(step.headers().allValues("Cache-Control")).containsExactly("no-store");

        var mail = mails.latest("forms@exemple.fr");
        var wrong = browser.postForm("/login/code", Map.of("code", mail.wrongCode()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Ce n’est pas ce code", "aria-invalid=\"true\"");
        assertThat(wrong.headers().allValues("Cache-Control")).containsExactly("no-store");

        var right = browser.postForm("/login/code", Map.of("code", mail.code()));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(right.headers().firstValue("Location")).contains("/cv");
        assertThat(browser.token()).startsWith("Bearer ");
    }

    @Test
    void whatIsNoAddressComesBackWithTheRemedy() {
        var response = new Browser().postForm("/login", Map.of("email", "<camille>", "next", "/cv"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(response.body()).contains("Écrivez une adresse complète", "&lt;camille&gt;", "value=\"/cv\"");
    }

    @Test
    void mailSpeaksTheLanguageOfThePage() {
        new Browser().with("Accept-Language", "en").postForm("/login", Map.of("email", "english@exemple.fr"));
        assertThat(mails.latest("english@exemple.fr").locale()).isEqualTo("en");
    }

    @Test
    void tooManyWrongCodesPointToTheLink() {
        var browser = new Browser();
        browser.postForm("/login", Map.of("email", "toomany@exemple.fr"));
        var mail = mails.latest("toomany@exemple.fr");
        for (var i = 0; i < 5; i++) {
            browser.postForm("/login/code", Map.of("code", mail.wrongCode()));
        }
        var response = browser.postForm("/login/code", Map.of("code", mail.code()));
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("essayé trop souvent");
        assertThat(browser.get(mail.path()).statusCode()).isEqualTo(303);
    }

    @Test
    void codeThatIsTooLateLeadsBackToTheAddress() {
        var browser = new Browser();
        browser.postForm("/login", Map.of("email", "expired@exemple.fr"));
        var mail = mails.latest("expired@exemple.fr");
        clock.forward(Duration.ofMinutes(11));

        var response = browser.postForm("/login/code", Map.of("code", mail.code(), "next", "/cv"));

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.body()).contains("n’est plus valable", "value=\"/cv\"");
        assertThat(browser.get("/login/code").statusCode()).isEqualTo(303);
    }

    @Test
    void unknownPagesAndWrongMethodsHavePagesOfTheirOwn() {
        assertThat(new Browser().get("/login/nothing").statusCode()).isEqualTo(404);
        assertThat(new Browser().get("/logout").statusCode()).isEqualTo(405);
        assertThat(new Browser().postJson("/login", "{}").statusCode()).isEqualTo(415);
        assertThat(new Browser()
                        .get("/account")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?next=%2Faccount");
    }
}
