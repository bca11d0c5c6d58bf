package io.capitune.render;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithMongo
@WithTokens
class CvRenderResourceTest {

    private static final String PATH = "/internal/cv-render";

    @Inject
    MongoDatabase database;

    @Test
    void aDocumentBecomesHtml() {
        post("classique", "A4", SampleCv.ordinary())
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("Camille Lefèvre-Roux"));
    }

    @Test
    void aJobsComposedCvBecomesHtmlInItsTemplateAndSize() {
        String id = insertJob(new Composition(SampleCv.ordinary(), "rules", List.of(), List.of()));

        service()
                .get(PATH + "?jobId=" + id)
                .then()
                .statusCode(200)
                .body(containsString("Camille Lefèvre-Roux"))
                .body(containsString("size: letter"))
                .body(containsString("content=\"Hanken Grotesk\""));
    }

    @Test
    void aJobWithoutAComposedCvIsAConflict() {
        String id = insertJob(null);

        service().get(PATH + "?jobId=" + id).then().statusCode(409).body("code", equalTo("JOB_NOT_COMPOSED"));
    }

    @Test
    void anUnknownJobIsNotFound() {
        service().get(PATH + "?jobId=nobody").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        service().get(PATH).then().statusCode(404);
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        post("../parts/page", "A3", null)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", hasItem("/template"))
                .body("errors.pointer", hasItem("/pageSize"))
                .body("errors.pointer", hasItem("/document"));
    }

    @Test
    void malformedJsonIsRefused() {
        service()
                .contentType("application/json")
                .body("{\"document\":")
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void onlyServicesMayAsk() {
        given().get(PATH + "?jobId=x").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .oauth2(TestTokens.user("u1", "candidate"))
                .get(PATH + "?jobId=x")
                .then()
                .statusCode(403);
        TestTokens.forged("service")
                .values()
                .forEach(token -> given().auth()
                        .oauth2(token)
                        .get(PATH + "?jobId=x")
                        .then()
                        .statusCode(401));
    }

    private String insertJob(@Nullable Composition composition) {
        String id = "job-" + System.nanoTime();
        CvInput input = new CvInput("{}", null, null, null, "fr", "moderne", "Letter", false);
        CvJob job = CvJob.queued(id, "u1", input, id, 0, null, 1, composition, Instant.now());
        database.getCollection(CvJobs.COLLECTION, CvJob.class).insertOne(job);
        return id;
    }

    private static ValidatableResponse post(String template, String pageSize, @Nullable Object document) {
        Map<String, Object> body = new HashMap<>(Map.of("template", template, "pageSize", pageSize));
        if (document != null) {
            body.put("document", document);
        }
        return service().contentType("application/json").body(body).post(PATH).then();
    }

    private static RequestSpecification service() {
        return given().auth().oauth2(TestTokens.service("pdf-worker"));
    }
}
