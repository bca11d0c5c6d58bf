package io.capitune.cvjob.consent;

import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@TestProfile(ConsentTest.WithModel.class)
@WithMongo
@WithTokens
class ConsentTest {

    public static class WithModel implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("capitune.openai.base-url", "http://127.0.0.1:1/v1", "capitune.openai.model", "some");
        }
    }

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();

    @Test
    void nobodyAgreesUnlessTheySaySo() {
        api.get("/api/cv/consent").statusCode(200).body("model", equalTo(false));
    }

    @Test
    void consentIsGivenAndTakenBack() {
        consent("{\"model\":true}", 200);
        api.get("/api/cv/consent").body("model", equalTo(true));

        consent("{\"model\":false}", 200);
        api.get("/api/cv/consent").body("model", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"model\":null}", "{\"model\":\"true\"}", "{\"model\":1}"})
    void onlyTrueOrFalseIsAnAnswer(String body) {
        api.json(body).put("/api/cv/consent").then().statusCode(422).body("errors.pointer", hasItem("/model"));
    }

    @Test
    void malformedAnswersAreRefused() {
        consent("{", 400);
        consent("", 400);
        consent("{\"model\":true,\"more\":1}", 422);
    }

    @Test
    void textWithoutConsentIsRefused() {
        api.submit(Bodies.text("Je suis infirmière.")).then().statusCode(403).body("code", equalTo("CONSENT_REQUIRED"));
        assertThat(api.used()).isZero();
    }

    @Test
    void textWithConsentIsAccepted() {
        consent("{\"model\":true}", 200);

        var id = Api.accepted(api.submit(Bodies.text("Je suis infirmière.")));

        assertThat(worker.job(id).input().modelAllowed()).isTrue();
        api.get("/api/cv/jobs/" + id + "/input").body("text", equalTo("Je suis infirmière."));
    }

    @Test
    void blankTextIsNoText() {
        api.submit(Bodies.text("  \n ")).then().statusCode(422).body("errors.pointer", hasItem("/text"));
    }

    @Test
    void resumeWithoutConsentStaysAwayFromTheModel() {
        assertThat(worker.job(api.submitted()).input().modelAllowed()).isFalse();
    }

    @Test
    void consentTakenBackHoldsForARetry() {
        consent("{\"model\":true}", 200);
        var id = Api.accepted(api.submit(Bodies.text("Je suis infirmière.")));
        worker.fail(id, FailureCode.MODEL_UNAVAILABLE);
        consent("{\"model\":false}", 200);

        api.request()
                .post("/api/cv/jobs/" + id + "/retry")
                .then()
                .statusCode(403)
                .body("code", equalTo("CONSENT_REQUIRED"));
    }

    @Test
    void formAgreesOnlyWhenItIsAccepted() {
        form("").then().statusCode(422);
        api.get("/api/cv/consent").body("model", equalTo(false));

        var location = form("Léa Martin").then().statusCode(303).extract().header("Location");

        assertThat(worker.job(location.substring("/cv/".length())).input().modelAllowed())
                .isTrue();
        api.get("/api/cv/consent").body("model", equalTo(true));
    }

    private Response form(String name) {
        return api.request()
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(Map.of("key", "a-key", "agreed", "on", "/resume/basics/name", name))
                .post("/generate");
    }

    private void consent(String body, int expected) {
        api.json(body).put("/api/cv/consent").then().statusCode(expected);
    }
}
