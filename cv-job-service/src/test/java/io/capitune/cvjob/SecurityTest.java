package io.capitune.cvjob;

import java.util.Map;

import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMongo
@WithTokens
class SecurityTest {

    @ParameterizedTest
    @CsvSource({
        "GET,/api/cv/jobs",
        "POST,/api/cv/jobs",
        "GET,/api/cv/jobs/x",
        "DELETE,/api/cv/jobs/x",
        "GET,/api/cv/jobs/x/download",
        "HEAD,/api/cv/jobs/x/download",
        "POST,/api/cv/jobs/x/corrections",
        "GET,/api/cv/usage",
        "PUT,/api/cv/consent",
        "PATCH,/api/cv/jobs",
        "GET,/api/cv/nothing",
        "PUT,/internal/plans/x"
    })
    void visitorLearnsNothing(String method, String path) {
        RestAssured.given().request(method, path).then().statusCode(401);
    }

    @Test
    void forgedTokensAreRefused() {
        TestTokens.forged("candidate")
                .forEach((kind, token) -> RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .get("/api/cv/jobs")
                        .then()
                        .statusCode(401));
        TestTokens.forged("service")
                .forEach((kind, token) -> RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body(Map.of("plan", "pro"))
                        .put("/internal/plans/x")
                        .then()
                        .statusCode(401));
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Origin,https://evil.example", "Origin,null"})
    void otherSitesCannotSubmit(String header, String value) {
        Api.ofSomebody()
                .json(Bodies.minimal())
                .header(header, value)
                .post("/api/cv/jobs")
                .then()
                .statusCode(403)
                .body("code", equalTo("CROSS_SITE"));
    }

    @Test
    void crossSiteIsToldBeforeTheBodyIsRead() {
        Api.ofSomebody()
                .json("{")
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/cv/jobs")
                .then()
                .statusCode(403);
    }

    @Test
    void ownPagesMaySubmit() {
        Api.accepted(Api.ofSomebody()
                .json(Bodies.minimal())
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/cv/jobs"));
    }
}
