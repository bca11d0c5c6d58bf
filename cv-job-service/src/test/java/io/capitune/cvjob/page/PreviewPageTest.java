package io.capitune.cvjob.page;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.preview.RenderStub;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RenderStub.class)
@WithMongo
@WithTokens
class PreviewPageTest {

    private static final String RENDER = "/internal/cv-render";

    WireMockServer render;

    private final Api api = Api.ofSomebody();

    @BeforeEach
    void sheet() {
        render.resetAll();
        render.stubFor(post(RENDER)
                .willReturn(ok("<html><head><title>x</title></head><h1>Sheet</h1></html>")
                        .withHeader("Content-Type", "text/html;charset=UTF-8")));
    }

    @Test
    void fieldsOfTheFormBecomeASheetInItsFonts() {
        var response = preview(Map.of("/resume/basics/name", "Léa Martin", "/template", "moderne"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).contains("@font-face", "<h1>Sheet</h1>");
        render.verify(postRequestedFor(urlEqualTo(RENDER))
                .withRequestBody(matchingJsonPath("$.document.name", equalTo("Léa Martin")))
                .withRequestBody(matchingJsonPath("$.template", equalTo("moderne"))));
    }

    @Test
    void bodyOfASubmissionWillDoAsWell() {
        var response = preview(Map.of("job", "{\"resume\":{\"basics\":{\"name\":\"Zoé\"}}}"));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeShownSaysWhy() {
        var response = preview(Map.of("/resume/basics/email", "non"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.asString()).contains("data-refused", "adresse e-mail");
    }

    private Response preview(Map<String, String> fields) {
        return api.request()
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(fields)
                .post("/cv/preview");
    }
}
