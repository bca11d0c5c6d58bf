package io.capitune.cvjob.operate;

import java.util.Map;

import io.capitune.platform.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The internal routes as {@code ./capitune admin jobs} calls them. */
final class Operator {

    private Operator() {}

    static RequestSpecification request() {
        return as(TestTokens.service("operator"));
    }

    static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    static ValidatableResponse list(String query) {
        return request().get("/internal/jobs?" + query).then();
    }

    static ValidatableResponse retry(String id) {
        return request().post("/internal/jobs/" + id + "/retry").then();
    }

    static ValidatableResponse drained(Object drained) {
        return request()
                .contentType(ContentType.JSON)
                .body(Map.of("drained", drained))
                .put("/internal/queue/drained")
                .then();
    }
}
