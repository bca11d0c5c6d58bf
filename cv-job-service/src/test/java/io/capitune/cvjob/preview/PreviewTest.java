package io.capitune.cvjob.preview;

import java.time.Duration;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.input.CvJobRequest;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(RenderStub.class)
@WithMongo
@WithTokens
class PreviewTest {

    private static final String PATH = "/internal/cv-render";

    WireMockServer render;

    @Inject
    Preview preview;

    @Inject
    ObjectMapper json;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final Api api = Api.ofSomebody();

    @BeforeEach
    void reset() {
        render.resetAll();
        breakers.resetAll();
    }

    @Test
    void renderedPageIsGivenToOurServiceToken() throws Exception {
        render.stubFor(post(PATH).willReturn(ok("<h1>Léa</h1>").withHeader("Content-Type", "text/html;charset=UTF-8")));

        var html = preview.html(api.caller(), request("""
                {"basics":{"name":"Léa Martin"}}""", "Infirmière"));

        assertThat(html).isEqualTo("<h1>Léa</h1>");
        render.verify(postRequestedFor(urlEqualTo(PATH))
                .withHeader("Authorization", matching("Bearer .+"))
                .withRequestBody(matchingJsonPath("$.template", matching("classique")))
                .withRequestBody(matchingJsonPath("$.pageSize", matching("A4")))
                .withRequestBody(matchingJsonPath("$.document.name", matching("Léa Martin")))
                .withRequestBody(matchingJsonPath("$.document.title", matching("Infirmière"))));
    }

    @Test
    void invalidResumeIsRefusedBeforeAnybodyIsAsked() {
        refused(422, "VALIDATION_FAILED", () -> preview.html(api.caller(), request("{}", null)));
        assertThat(render.getAllServeEvents()).isEmpty();
    }

    @Test
    void pastedTextHasNoPreview() {
        var text = new CvJobRequest(null, "Ma vie", null, null, null, null, null);

        refused(422, "PREVIEW_NEEDS_RESUME", () -> preview.html(api.caller(), text));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 422, 500, 503})
    void errorOfRenderServiceIsTold(int status) {
        render.stubFor(post(PATH).willReturn(aResponse().withStatus(status)));

        refused(503, "RENDER_UNAVAILABLE", this::html);
    }

    @Test
    void brokenConnectionIsTold() {
        render.stubFor(post(PATH).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        refused(503, "RENDER_UNAVAILABLE", this::html);
    }

    @Test
    void slowRenderServiceIsNotWaitedFor() {
        render.stubFor(post(PATH).willReturn(ok("late").withFixedDelay(20_000)));
        var before = System.nanoTime();

        refused(503, "RENDER_UNAVAILABLE", this::html);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void renderServiceThatIsDownIsLeftAlone() {
        render.stubFor(post(PATH).willReturn(aResponse().withStatus(500)));
        for (var i = 0; i < 20; i++) {
            refused(503, "RENDER_UNAVAILABLE", this::html);
        }

        assertThat(render.getAllServeEvents()).hasSizeLessThan(20);
    }

    private String html() throws Exception {
        return preview.html(api.caller(), request("""
                {"basics":{"name":"Léa"}}""", null));
    }

    private CvJobRequest request(String resume, @Nullable String targetJob) throws Exception {
        JsonNode tree = json.readTree(resume);
        return new CvJobRequest(tree, null, targetJob, null, null, null, null);
    }

    private static void refused(int status, String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
