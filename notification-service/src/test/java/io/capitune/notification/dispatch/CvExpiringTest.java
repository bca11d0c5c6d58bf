package io.capitune.notification.dispatch;

import java.time.LocalDate;
import java.util.Map;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.capitune.notification.Happenings;
import io.capitune.notification.Stubs;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
class CvExpiringTest {

    WireMock auth;

    @Inject
    Happenings happenings;

    private String address;

    @BeforeEach
    void accountInEnglish() {
        address = happenings.newAddress();
        auth.resetMappings();
        auth.register(get("/internal/users/u1").willReturn(okJson("""
                {"id":"u1","email":"%s","locale":"en","roles":["candidate"]}""".formatted(address))));
    }

    @Test
    void theOwnerIsToldOnceUntilWhenTheFileIsThere() {
        var id = happenings.cvExpiring("job-1", "u1", "2099-02-25");

        happenings.awaitEvent(id, "done");
        happenings.deliverAgain(id, Map.of("name", "Zoé", "title", "Comptable", "until", "2099-02-25"));
        happenings.awaitEvent(id, "done");

        var inbox = RestAssured.given()
                .queryParam("to", address)
                .get("/dev/mail/api/messages")
                .jsonPath();
        assertThat(inbox.getList("subject", String.class)).containsExactly("Your PDF is kept until 25 February 2099");
        assertThat(inbox.getString("[0].text")).contains("http://localhost:8080/cv/job-1\n");
    }

    @Test
    void aDateThatIsOverIsNotTold() {
        var id = happenings.cvExpiring(
                "job-1", "u1", LocalDate.now().minusDays(2).toString());

        assertThat(happenings.awaitEvent(id, "failed").getString("reason")).isEqualTo("DATE_PASSED");
        assertThat(happenings.mailsTo(address)).isZero();
    }

    @Test
    void aDateThatIsNoneFailsTheEvent() {
        var id = happenings.cvExpiring("job-1", "u1", "soon");

        assertThat(happenings.awaitEvent(id, "failed").getString("reason")).isEqualTo("DATE_INVALID");
    }
}
