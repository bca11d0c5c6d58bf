package io.capitune.portal;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@TestProfile(ModelConfiguredTest.WithModelAndMail.class)
class ModelConfiguredTest {

    /** An installation on the open network. */
    public static class WithModelAndMail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "capitune.openai.base-url", "https://model.example/v1",
                    "capitune.openai.model", "a-model",
                    "capitune.mail.resend.api-key", "k",
                    "capitune.storage.s3.bucket", "pdfs",
                    "capitune.storage.s3.endpoint", "https://objects.example",
                    "capitune.providers", "google,linkedin",
                    "capitune.legal.publisher", "Coopérative <Exemple>",
                    "capitune.legal.contact", "bonjour@exemple.fr");
        }
    }

    @Test
    void theFrontPageOffersPasting() {
        given().when().get("/").then().body(containsString("collé tel quel"));
    }

    @Test
    void thePrivacyPageNamesTheModelTheMailProviderAndTheObjectStore() {
        given().when()
                .get("/privacy")
                .then()
                .body(
                        containsString("model.example"),
                        containsString("Resend"),
                        containsString("objects.example"),
                        containsString("mailto:bonjour@exemple.fr"));
    }

    @Test
    void thePrivacyPageTellsOfOtherProviders() {
        given().when().get("/privacy").then().body(containsString("Connexion par un autre service"));
    }

    @Test
    void theLegalNoticeNamesThePublisher() {
        given().when().get("/legal").then().body(containsString("Coopérative &lt;Exemple&gt;"));
    }
}
