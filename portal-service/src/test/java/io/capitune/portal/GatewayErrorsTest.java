package io.capitune.portal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class GatewayErrorsTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504, 418, 507})
    void aBrowserGetsAPageWithTheSameStatus(int status) {
        given().accept(BROWSER)
                .when()
                .get("/error/" + status)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .body(
                        containsString("<h1>"),
                        containsString(Integer.toString(status)),
                        not(containsString("Exception")));
    }

    @Test
    void thePageSpeaksTheReadersLanguage() {
        given().accept(BROWSER)
                .header("Accept-Language", "en")
                .when()
                .get("/error/504")
                .then()
                .body(containsString("The answer took too long"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void aProgramGetsAProblemWhateverItsMethod(Method method) {
        given().accept("application/json")
                .when()
                .request(method, "/error/404")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404), "code", equalTo("NOT_FOUND"));
    }

    @Test
    void anApiAddressOpenedInABrowserIsStillAProblem() {
        given().accept(BROWSER)
                .header("X-Replaced-Path", "/api/nothing")
                .when()
                .get("/error/404")
                .then()
                .contentType("application/problem+json");
    }

    @Test
    void aStatusThatIsNoErrorCountsAsNotFound() {
        given().accept(BROWSER).when().get("/error/200").then().statusCode(404);
    }

    @Test
    void afterAnErrorTheLanguageSwitchLeadsHome() {
        given().accept(BROWSER).when().get("/error/404").then().body(containsString("name=\"next\" value=\"/\""));
    }
}
