package io.capitune.worker.pipeline;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** The worker's token may be refused at any time: its key was withdrawn, or clocks differ. */
@QuarkusTest
@WithMongo
@WithTokens
@WithRenderStub
class RefusedTokenTest {

    @Inject
    Submissions submissions;

    @Inject
    RandomTokens random;

    @Test
    void refusedTokenIsReplacedAndCostsTheJobNoTry() {
        var owner = random.id();
        var name = "Jeton " + owner;
        RenderStub.answers("<h1>" + name + "</h1><p>Comptable</p>");
        RenderStub.server()
                .register(post(urlPathEqualTo("/internal/cv-render"))
                        .withRequestBody(containing(name))
                        .inScenario(owner)
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(401))
                        .willSetStateTo("refused"));

        var job = submissions.ended(submissions.submit(owner, false, name));

        assertThat(job.status()).isEqualTo(CvJobStatus.DONE);
        assertThat(job.attempts()).isEqualTo(1);
        var asked = RenderStub.server()
                .find(postRequestedFor(urlPathEqualTo("/internal/cv-render")).withRequestBody(containing(name)));
        assertThat(asked).hasSize(2);
        assertThat(asked.stream().map(request -> request.getHeader("Authorization")))
                .doesNotHaveDuplicates();
    }
}
