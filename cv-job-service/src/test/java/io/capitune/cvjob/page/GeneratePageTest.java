package io.capitune.cvjob.page;

import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.capitune.cvjob.Api;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class GeneratePageTest {

    private static final String NAME = "/resume/basics/name";

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();

    @Test
    void visitorsAreSentToSignInAndBack() {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/generate?from=abc")
                .then()
                .statusCode(303)
                .header("Location", "/login?next=%2Fgenerate%3Ffrom%3Dabc");
    }

    @Test
    void itSpeaksFrenchAndEnglish() {
        assertThat(page(api, "/generate")).contains("lang=\"fr\"", "Générer le PDF", "Il vous reste 3 CV sur 3");
        assertThat(page(Api.ofSomebody("en"), "/generate"))
                .contains("lang=\"en\"", "Make the PDF", "You have 3 of 3 CVs left", "Permanent");
    }

    @Test
    void draftHasNoNameWhereOthersUseTheDevice() {
        var shared = RestAssured.given()
                .auth()
                .oauth2(TestTokens.userOnSharedDevice("somebody-at-a-library"))
                .get("/generate")
                .asString();
        assertThat(shared).contains("data-draft=\"\"");
        assertThat(page(api, "/generate")).doesNotContain("data-draft=\"\"");
    }

    @Test
    void withoutScriptTheFormMakesAJob() {
        var response = send(Map.of(NAME, "Léa Martin", "/resume/work/0/position", "Aide", "/template", "moderne"));

        var id = response.then().statusCode(303).extract().header("Location").substring("/cv/".length());
        var input = worker.job(id).input();
        assertThat(input.resume()).contains("Léa Martin", "Aide");
        assertThat(input.template()).isEqualTo("moderne");
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void theSameFormSentTwiceMakesOneJob() {
        var key = Html.key(page(api, "/generate"));
        var first = send(Map.of("key", key, NAME, "Léa")).header("Location");
        assertThat(send(Map.of("key", key, NAME, "Léa")).header("Location")).isEqualTo(first);
        assertThat(send(Map.of("key", key, NAME, "Zoé")).header("Location")).isNotEqualTo(first);
        assertThat(api.used()).isEqualTo(2);
    }

    @Test
    void errorsStandAtTheirFieldsAndWhatWasTypedStays() {
        var response = send(Map.of(NAME, "", "/resume/basics/email", "non", "/resume/work/0/startDate", "hier"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Html.of(response))
                .contains("href=\"#/resume/basics/email\"", "href=\"#/resume/work/0/startDate\"")
                .contains("Expérience 1 · Début", "value=\"hier\"", "value=\"non\"")
                .contains("aria-describedby=\"/resume/basics/name:error\"", "Rien n’est perdu");
        assertThat(api.used()).isZero();
    }

    @Test
    void hostileTextStaysText() {
        var hostile = "\"><script>alert(1)</script>{config:quarkus.application.name}{{7*7}}";
        var response = send(Map.of(
                NAME, hostile, "/jobOffer", "</textarea>" + hostile, "/resume#base", "{\"x\":\"" + "<script>" + "\"}"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Html.of(response))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;{config:quarkus.application.name}{{7*7}}")
                .doesNotContain("<script>", "</textarea>\"");
    }

    @Test
    void buttonsChangeEntriesWithoutScript() {
        var html = Html.of(send(Map.of(NAME, "Léa", "/resume/work/0/position", "Aide", "do", "add /resume/work")));
        assertThat(html).contains("name=\"/resume/work/1/position\"", "value=\"Aide\"", "value=\"Léa\"");
        assertThat(api.used()).isZero();
    }

    @Test
    void usedUpQuotaSaysWhereToGo() {
        IntStream.range(0, 3).forEach(i -> api.submitted());
        var response = send(Map.of(NAME, "Léa"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Html.of(response)).contains("Votre saisie est gardée", "href=\"/upgrade\"", "value=\"Léa\"");
    }

    @Test
    void tooManyAtOnceSaysWhen() {
        api.onPlan("pro");
        IntStream.range(0, 10).forEach(i -> api.submitted());
        var response = send(Map.of(NAME, "Léa"));
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Html.of(response))
                .containsPattern("réessayez dans \\d+\u00a0s")
                .contains("value=\"Léa\"");
    }

    @Test
    void duplicateBeginsWithWhatWasSubmitted() {
        var id = api.submitted();
        assertThat(page(api, "/generate?from=" + id)).contains("Léa Martin", "Aide-soignante");
        assertThat(Api.ofSomebody().request().get("/generate?from=" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void correctionCostsNoUnit() {
        var id = api.submitted();
        worker.finish(id);
        var html = page(api, "/generate?correct=" + id);
        assertThat(html).contains("name=\"correct\" value=\"" + id + "\"", "Corriger ce CV");

        send(Map.of("correct", id, NAME, "Léa Martin-Roux")).then().statusCode(303);
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void pastedTextIsOfferedOnlyWithAModel() {
        assertThat(page(api, "/generate?mode=text"))
                .doesNotContain("Texte collé")
                .contains("name=\"" + NAME + "\"");
    }

    @Test
    void anotherSiteCannotSendIt() {
        api.request()
                .header("Sec-Fetch-Site", "cross-site")
                .contentType(ContentType.URLENC)
                .formParams(Map.of(NAME, "Léa"))
                .post("/generate")
                .then()
                .statusCode(403);
    }

    private String page(Api reader, String path) {
        return Html.of(reader.request().get(path));
    }

    private Response send(Map<String, String> fields) {
        return api.request()
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("key", fields.getOrDefault("key", "key-" + fields.hashCode()))
                .formParams(fields.entrySet().stream()
                        .filter(field -> !field.getKey().equals("key"))
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .post("/generate");
    }
}
