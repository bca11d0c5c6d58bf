package io.capitune.cvjob.submit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@WithMongo
@WithTokens
class BadInputTest {

    private final Api api = Api.ofSomebody();

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"resume\":", "not json", "{} {}", "{\"text\":\"\u0001\"}"})
    void malformedJsonIsRefused(String body) {
        problem(400, "MALFORMED", api.submit(body).then());
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        problem(
                400,
                "MALFORMED",
                api.submit(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"'}).then());
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        var body = "{\"resume\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";

        // As bytes: REST Assured would pretty-print the text for its log, at any depth.
        problem(
                400,
                "MALFORMED",
                api.submit(body.getBytes(StandardCharsets.UTF_8)).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "1"})
    void rootThatIsNoObjectIsRefused(String body) {
        refusedAt("", api.submit(body).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data"})
    void otherContentTypesAreRefused(String type) {
        var response = api.request().contentType(type).body("{}".getBytes()).post("/api/cv/jobs");

        problem(415, "UNSUPPORTED_MEDIA_TYPE", response.then());
    }

    @Test
    void formIsRefused() {
        problem(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                api.request().formParam("text", "Ma vie").post("/api/cv/jobs").then());
    }

    @Test
    void unknownRootFieldIsRefused() {
        refusedAt("/surprise", api.submit(Bodies.with("surprise", 1)).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"targetJob", "jobOffer", "language", "template", "pageSize", "text"})
    void numberWhereTextBelongsIsRefused(String field) {
        refusedAt("/" + field, api.submit(Bodies.with(field, 5)).then());
    }

    @Test
    void resumeThatIsNoObjectIsRefused() {
        refusedAt("/resume", api.submit(Map.of("resume", "text")).then());
    }

    @Test
    void missingNameIsNamed() {
        refusedAt(
                "/resume/basics/name",
                api.submit(Map.of("resume", Map.of("basics", Map.of()))).then());
    }

    @Test
    void neitherResumeNorTextIsRefused() {
        refusedAt("/resume", api.submit(Map.of("targetJob", "Infirmière")).then());
    }

    @Test
    void bothResumeAndTextAreRefused() {
        refusedAt("/text", api.submit(Bodies.with("text", "Ma vie")).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"language", "template", "pageSize"})
    void choiceOutsideItsSetIsRefused(String field) {
        refusedAt(
                "/" + field, api.submit(Bodies.with(field, "../../etc/passwd")).then());
    }

    @Test
    void tooLongFieldsAreAllNamed() {
        var body = Map.of("text", "a".repeat(60_001), "targetJob", "b".repeat(201), "jobOffer", "c".repeat(20_001));

        problem(422, "VALIDATION_FAILED", api.submit(body).then())
                .body("errors.pointer", hasItems("/text", "/targetJob", "/jobOffer"));
    }

    @Test
    void longestFieldsAreTaken() {
        var body = Bodies.with("targetJob", "🎉".repeat(200));
        body.put("jobOffer", "c".repeat(20_000));

        Api.accepted(api.submit(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"targetJob", "jobOffer"})
    void controlCharacterIsRefused(String field) {
        refusedAt("/" + field, api.submit(Bodies.with(field, "a\u0000b")).then());
    }

    @Test
    void controlCharacterInResumeIsRefused() {
        refusedAt("/resume/basics/name", api.submit(Bodies.named("L\u0007éa")).then());
    }

    @Test
    void fiveThousandEntriesAreRefused() {
        var entry = Map.of("name", "A");
        var resume = Map.of("basics", Map.of("name", "Léa"), "work", Collections.nCopies(5_000, entry));

        refusedAt("/resume/work", api.submit(Map.of("resume", resume)).then());
    }

    @Test
    void bodyAboveItsLimitIsRefused() {
        problem(
                413,
                "TOO_LARGE",
                api.submit(Bodies.text("a".repeat(256 * 1024))).then());
    }

    @Test
    void tenMegabytesAreRefused() {
        problem(
                413,
                "TOO_LARGE",
                api.submit(Bodies.text("a".repeat(10 * 1024 * 1024))).then());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "{config:capitune.sealing-key}",
                "{{constructor.constructor('x')()}}",
                "${jndi:ldap://x}",
                "👩🏽‍⚕️ Léa 🎉",
                "李小龙",
                "محمد",
                "$where",
                "'; DROP TABLE cv;--"
            })
    void textThatLooksLikeCodeIsText(String text) {
        var submitter = Api.ofSomebody();
        var body = Bodies.named(text);
        body.put("targetJob", text);

        var id = Api.accepted(submitter.submit(body));

        submitter
                .get("/api/cv/jobs/" + id + "/input")
                .body("resume.basics.name", equalTo(text))
                .body("targetJob", equalTo(text));
    }

    @Test
    void wordsOfTheProblemsAreInTheCallersLanguage() {
        var refused = Api.ofSomebody("en").submit(Bodies.with("template", "gothic"));

        refused.then().body("errors[0].detail", equalTo("Choose one of: classique, moderne."));
    }

    @Test
    void otherMethodsAreRefused() {
        problem(405, "METHOD_NOT_ALLOWED", api.request().put("/api/cv/jobs").then());
    }

    @Test
    void unknownPathIsNotFound() {
        problem(404, "NOT_FOUND", api.get("/api/cv/nothing"));
    }

    @Test
    void refusedSubmissionsCostNothing() {
        var submitter = Api.ofSomebody();
        List.of("{", "[]").forEach(submitter::submit);
        submitter.submit(Bodies.with("template", "gothic"));

        assertThat(submitter.used()).isZero();
    }

    private static void refusedAt(String pointer, ValidatableResponse response) {
        problem(422, "VALIDATION_FAILED", response).body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse problem(int status, String code, ValidatableResponse response) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status));
    }
}
