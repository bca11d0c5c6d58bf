package io.capitune.platform.error;

import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithMongo
@WithTokens
class ErrorsTest {

    private static RequestSpecification signedIn() {
        return given().auth().oauth2(TestTokens.user("u1", "candidate"));
    }

    @Test
    void unknownPathIsAProblem() {
        signedIn()
                .get("/api/nothing")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("NOT_FOUND"), "status", equalTo(404), "type", equalTo("about:blank"));
    }

    @Test
    void wrongMethodIsAProblem() {
        signedIn().delete("/api/me").then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void wrongContentTypeIsAProblem() {
        signedIn()
                .contentType("text/plain")
                .body("hello")
                .post("/api/greetings")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void malformedJsonIsAProblem() {
        signedIn()
                .contentType("application/json")
                .body("{\"name\":")
                .post("/api/greetings")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
    }

    @Test
    void unknownFieldIsNamed() {
        signedIn()
                .contentType("application/json")
                .body("{\"name\":\"a\",\"times\":1,\"extra\":2}")
                .post("/api/greetings")
                .then()
                .statusCode(422)
                .body("code", equalTo("VALIDATION_FAILED"), "errors.pointer", hasItem("/extra"));
    }

    @Test
    void wrongTypeIsNamed() {
        signedIn()
                .contentType("application/json")
                .body("{\"name\":\"a\",\"times\":\"often\"}")
                .post("/api/greetings")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/times"));
    }

    @Test
    void oversizedBodyIsAProblem() {
        signedIn()
                .contentType("application/json")
                .body("x".repeat(100_000))
                .post("/api/greetings")
                .then()
                .statusCode(413)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("TOO_LARGE"));
    }

    @Test
    void headersOfAProblemArrive() {
        signedIn()
                .get("/api/limited")
                .then()
                .statusCode(429)
                .header("Retry-After", "7")
                .body("code", equalTo("RATE_LIMITED"));
    }

    @Test
    void nothingOfAnUnexpectedErrorLeaks() {
        signedIn()
                .get("/api/broken")
                .then()
                .statusCode(500)
                .body("code", equalTo("INTERNAL"))
                .body(not(containsString("secret")));
    }

    @Test
    void everyAnswerCarriesARequestId() {
        given().header("X-Request-Id", "given-by-gateway")
                .get("/open/me")
                .then()
                .header("X-Request-Id", "given-by-gateway");
        given().header("X-Request-Id", "<script>")
                .get("/open/me")
                .then()
                .header("X-Request-Id", notNullValue())
                .header("X-Request-Id", not(containsString("<")));
    }
}
