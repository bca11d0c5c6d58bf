package io.capitune.portal;

import java.util.regex.Pattern;

import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTokens
class PublicPagesTest {

    private static final Pattern INLINE_CODE = Pattern.compile(
            "<style|<script(?![^>]* src=)[^>]*>|\\sstyle=|\\son[a-z]+=|=\"javascript:", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @CsvSource({
        "/, fr, Racontez votre parcours", "/, en, Tell us what you have done",
        "/help, fr, Aide", "/help, en, Do I need a password",
        "/privacy, fr, Confidentialité", "/privacy, en, What goes where",
        "/accessibility, fr, Accessibilité", "/accessibility, en, What you can expect",
        "/legal, fr, Mentions légales", "/legal, en, What the service does"
    })
    void everyPageSpeaksTheReadersLanguage(String path, String language, String words) {
        given().header("Accept-Language", language)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<html lang=\"" + language + "\">"), containsString(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/help", "/privacy", "/accessibility", "/legal", "/error/404", "/error/503"})
    void noPageCarriesInlineCode(String path) {
        for (var language : new String[] {"fr", "en"}) {
            var page = given().accept("text/html")
                    .header("Accept-Language", language)
                    .get(path)
                    .asString();

            assertThat(INLINE_CODE.matcher(page).results().map(match -> match.group()))
                    .isEmpty();
            assertThat(page).doesNotContain("NOT_FOUND}", "{landing:", "{shell:", "{texts:", "!</", "{!", "!}");
        }
    }

    @Test
    void withoutAnyHintPagesAreFrench() {
        given().when().get("/").then().body(containsString("<html lang=\"fr\">"));
    }

    @Test
    void theCookieOutweighsTheBrowser() {
        given().header("Accept-Language", "fr")
                .cookie("lang", "en")
                .when()
                .get("/help")
                .then()
                .body(containsString("<html lang=\"en\">"));
    }

    @Test
    void theAccountOutweighsTheCookie() {
        given().auth()
                .oauth2(TestTokens.user("camille", "candidate", "fr"))
                .cookie("lang", "en")
                .when()
                .get("/help")
                .then()
                .body(containsString("<html lang=\"fr\">"));
    }

    @Test
    void whoIsSignedInSeesTheirOwnNavigationAndNobodyKeepsThePage() {
        given().auth()
                .oauth2(TestTokens.user("camille", "candidate", "fr"))
                .when()
                .get("/help")
                .then()
                .header("Cache-Control", "private, no-store")
                .body(containsString("action=\"/logout\""), not(containsString("href=\"/login\"")));
    }

    @Test
    void aVisitorIsOfferedToSignIn() {
        given().when()
                .get("/help")
                .then()
                .body(containsString("href=\"/login\""), not(containsString("action=\"/logout\"")));
    }

    @Test
    void theLanguageSwitchComesBackToThePageWithItsQuery() {
        given().when()
                .get("/help?from=mail&x=\"><b>")
                .then()
                .statusCode(200)
                .body(containsString("value=\"/help?from=mail&amp;x="), not(containsString("\"><b>")));
    }

    @Test
    void withoutAModelNoPageOffersPasting() {
        given().when().get("/").then().body(not(containsString("collé tel quel")));
        given().when().get("/privacy").then().body(containsString("Aucun modèle de langue"));
    }
}
