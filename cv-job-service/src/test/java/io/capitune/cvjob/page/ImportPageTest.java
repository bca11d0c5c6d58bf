package io.capitune.cvjob.page;

import java.nio.charset.StandardCharsets;

import io.capitune.cvjob.Api;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class ImportPageTest {

    private final Api api = Api.ofSomebody();

    @Test
    void fileFillsInTheFormAndLosesNothing() {
        var html = Html.of(file("""
                {"basics":{"name":"Léa","label":"Aide"},"awards":[{"title":"Prix <b>"}],
                 "education":[{"studyType":"CAP","meta":{"capitune":{"place":"Melun"}}}],
                 "work":[{"position":"Aide","startDate":"2021-03","description":"Clinique"}]}"""));
        assertThat(html)
                .contains("value=\"Léa\"", "value=\"mars 2021\"", "value=\"Melun\"", "Votre CV est importé")
                .contains("Prix &lt;b&gt;", "Clinique");
    }

    @Test
    void whatNoCvShouldSayIsLeftOutAndNamed() {
        var html = Html.of(file("""
                {"basics":{"name":"Léa","birthDate":"1990-01-02"},"nationality":"FR","unknownRoot":1}"""));
        assertThat(html).contains("birthDate, nationality, unknownRoot").doesNotContain("1990-01-02");
    }

    @Test
    void errorsOfTheFileStandAtTheirFields() {
        var response = file("""
                {"basics":{"name":"Léa","email":"non"}}""");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Html.of(response)).contains("href=\"#/resume/basics/email\"", "value=\"non\"");
    }

    @Test
    void whatIsNoResumeIsExplained() {
        assertThat(Html.of(file("{\"basics\":\n{"))).contains("s’arrête à la ligne 2");
        assertThat(Html.of(file("[1]"))).contains("pas un JSON Resume");
        assertThat(Html.of(file(""))).contains("Choisissez un fichier");
        assertThat(file("nonsense").statusCode()).isEqualTo(422);
    }

    @Test
    void containersOfTheWrongKindAreNoReasonToFail() {
        var response = file("""
                {"basics":{"name":5,"profiles":{}},"work":{"a":1},"skills":["x"],"meta":[]}""");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Html.of(response)).contains("value=\"5\"");
    }

    @Test
    void pastedContentDoesWithoutAFile() {
        var response = api.request()
                .multiPart("json", "{\"basics\":{\"name\":\"Zoe\"}}")
                .post("/generate/import");
        assertThat(Html.of(response)).contains("value=\"Zoe\"");
    }

    private Response file(String json) {
        return api.request()
                .multiPart("file", "resume.json", json.getBytes(StandardCharsets.UTF_8), "application/json")
                .post("/generate/import");
    }
}
