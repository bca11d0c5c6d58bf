package io.capitune.platform.security;

import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMongo
@WithTokens
class SecurityGateTest {

    @Test
    void signedInCallerIsKnown() {
        given().auth()
                .oauth2(TestTokens.user("u1", "candidate", "en"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body(equalTo("u1 en"));
    }

    @Test
    void knownTokenIsTakenAgainAndItsForgeryIsNot() {
        var token = TestTokens.user("u2", "candidate", "en");
        for (var i = 0; i < 3; i++) {
            given().auth().oauth2(token).get("/api/me").then().statusCode(200).body(equalTo("u2 en"));
        }
        var unsigned = token.substring(0, token.lastIndexOf('.') + 1);
        given().auth().oauth2(unsigned + "A".repeat(86)).get("/api/me").then().statusCode(401);
        given().auth().oauth2(token).get("/internal/anything").then().statusCode(403);
    }

    @Test
    void visitorOfTheApiGets401EvenForUnknownPathsAndBadBodies() {
        given().get("/api/me").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().get("/api/unknown").then().statusCode(401);
        given().delete("/api/me").then().statusCode(401);
        given().contentType("text/plain")
                .body("x")
                .post("/api/greetings")
                .then()
                .statusCode(401);
    }

    @Test
    void visitorOfAPageIsSentToSignInAndBack() {
        given().redirects()
                .follow(false)
                .get("/page?tab=2")
                .then()
                .statusCode(303)
                .header("Location", "/login?next=%2Fpage%3Ftab%3D2");
    }

    @Test
    void visitorWithHtmxIsRedirectedByHeader() {
        given().header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost:8080/cv")
                .get("/page")
                .then()
                .statusCode(401)
                .header("HX-Redirect", "/login?next=%2Fcv");
    }

    @Test
    void publicPathTakesVisitorsAndStillKnowsTheSignedIn() {
        given().header("Accept-Language", "en-GB,en;q=0.9")
                .get("/open/me")
                .then()
                .statusCode(200)
                .body(equalTo("visitor en"));
        given().header("Accept-Language", "en")
                .cookie("lang", "fr")
                .get("/open/me")
                .then()
                .body(equalTo("visitor fr"));
        given().auth()
                .oauth2(TestTokens.user("u1", "candidate"))
                .get("/open/me")
                .then()
                .body(equalTo("u1"));
    }

    @Test
    void forgedTokensAreRefused() {
        TestTokens.forged("candidate")
                .forEach((what, token) -> given().auth()
                        .oauth2(token)
                        .get("/api/me")
                        .then()
                        .statusCode(401)
                        .body("code", equalTo("TOKEN_INVALID")));
    }

    @Test
    void internalPathsAreForServices() {
        given().get("/internal/facts").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.user("u1", "admin"))
                .get("/internal/facts")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.service("pdf-worker"))
                .get("/internal/facts")
                .then()
                .statusCode(200);
        TestTokens.forged("service")
                .forEach((what, token) -> given().auth()
                        .oauth2(token)
                        .get("/internal/facts")
                        .then()
                        .statusCode(401));
    }

    @Test
    void aServiceIsNobodysAccount() {
        given().auth()
                .oauth2(TestTokens.service("pdf-worker"))
                .get("/api/me")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherSitesPostIsRefused() {
        post("Sec-Fetch-Site", "cross-site", 403);
        post("Sec-Fetch-Site", "same-site", 403);
        post("Origin", "https://evil.example", 403);
        post("Origin", "null", 403);
        post("Sec-Fetch-Site", "same-origin", 200);
        post("Sec-Fetch-Site", "none", 200);
        post("Origin", "http://localhost:8080", 200);
        post("X-No-Browser", "at all", 200);
    }

    private static void post(String header, String value, int status) {
        given().auth()
                .oauth2(TestTokens.user("u1", "candidate"))
                .header(header, value)
                .contentType("application/json")
                .body("{\"name\":\"a\",\"times\":1}")
                .post("/api/greetings")
                .then()
                .statusCode(status);
    }
}
