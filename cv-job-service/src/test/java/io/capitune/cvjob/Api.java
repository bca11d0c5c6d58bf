package io.capitune.cvjob;

import java.util.Map;
import java.util.UUID;

import io.capitune.platform.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The API as one person calls it. */
public record Api(String owner, String language) {

    /** Somebody whom no other test knows, on the free plan, reading French. */
    public static Api ofSomebody() {
        return ofSomebody("fr");
    }

    public static Api ofSomebody(String language) {
        return new Api("user-" + UUID.randomUUID(), language);
    }

    public Caller caller() {
        return new Caller(owner, language);
    }

    public RequestSpecification request() {
        return RestAssured.given().auth().oauth2(TestTokens.user(owner, "candidate", language));
    }

    public RequestSpecification json(Object body) {
        return request().contentType(ContentType.JSON).body(body);
    }

    public Response submit(Object body) {
        return json(body).post("/api/cv/jobs");
    }

    /** Submits bytes as they are. */
    public Response submit(byte[] body) {
        return request().contentType(ContentType.JSON).body(body).post("/api/cv/jobs");
    }

    /** Submits and expects it to be accepted; the job's id. */
    public String submitted() {
        return accepted(submit(Bodies.minimal()));
    }

    public static String accepted(Response response) {
        return response.then().statusCode(202).extract().path("jobId");
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse status(String id) {
        return get("/api/cv/jobs/" + id);
    }

    public int used() {
        return get("/api/cv/usage").statusCode(200).extract().path("used");
    }

    /** An operator puts the person on a plan. */
    public Api onPlan(String plan) {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.service("operator"))
                .contentType(ContentType.JSON)
                .body(Map.of("plan", plan))
                .put("/internal/plans/" + owner)
                .then()
                .statusCode(200);
        return this;
    }
}
