package io.capitune.cvjob.submit;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMongo
@WithTokens
class SubmitTest {

    @Inject
    Worker worker;

    @Test
    void submissionIsAcceptedWithItsLocation() {
        var response = Api.ofSomebody().submit(Bodies.minimal());

        var id = Api.accepted(response);
        assertThat(id).hasSize(22);
        assertThat(response.header("Location")).isEqualTo("/api/cv/jobs/" + id);
    }

    @Test
    void absentChoicesTakeTheirDefaults() {
        var input = worker.job(Api.ofSomebody("en").submitted()).input();

        assertThat(input.language()).isEqualTo("en");
        assertThat(input.template()).isEqualTo("classique");
        assertThat(input.pageSize()).isEqualTo("A4");
        assertThat(input.modelAllowed()).isFalse();
    }

    @Test
    void givenChoicesAreKept() {
        var api = Api.ofSomebody();
        var body = new HashMap<>(Bodies.minimal());
        body.putAll(Map.of(
                "language", "en",
                "template", "moderne",
                "pageSize", "Letter",
                "targetJob", "Infirmière",
                "jobOffer", "Nous cherchons…"));

        var id = Api.accepted(api.submit(body));

        api.get("/api/cv/jobs/" + id + "/input")
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("template", equalTo("moderne"))
                .body("pageSize", equalTo("Letter"))
                .body("targetJob", equalTo("Infirmière"))
                .body("jobOffer", equalTo("Nous cherchons…"))
                .body("resume.basics.name", equalTo("Léa Martin"));
    }

    @Test
    void nullMembersCountAsAbsent() {
        Api.accepted(Api.ofSomebody().submit("""
                {"resume":{"basics":{"name":"Léa","email":null}},"text":null,"targetJob":null,"language":null}"""));
    }

    @Test
    void textWithoutModelIsRefused() {
        Api.ofSomebody()
                .submit(Bodies.text("Je suis infirmière depuis 2010."))
                .then()
                .statusCode(422)
                .body("code", equalTo("MODEL_REQUIRED"));
    }
}
