package io.capitune.notification.rights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.capitune.notification.Happenings;
import io.capitune.notification.Stubs;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.testing.PrivacyPage;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
class PersonalDataTest {

    WireMock auth;

    @Inject
    Happenings happenings;

    @Inject
    @All
    List<PersonalData> parts;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void forget() {
        auth.resetMappings();
        breakers.resetAll();
    }

    @Test
    void exportListsTheMailsToThePersonAndToNobodyElse() throws IOException {
        var mine = mailedTo("u-export");
        var theirs = mailedTo("u-other");

        var answer = ask("GET", "u-export", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("mails.json");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(mine, "sign-in")
                    .doesNotContain(theirs);
        }
    }

    @Test
    void previewCountsThem() {
        mailedTo("u-preview");

        assertThat(ask("GET", "u-preview", "/preview?locale=en").asString())
                .contains("The messages that we sent you: 1.");
    }

    @Test
    void erasureForgetsThemAndNobodyElses() {
        var mine = mailedTo("u-erase");
        var theirs = mailedTo("u-stays");

        assertThat(ask("DELETE", "u-erase", "").statusCode()).isEqualTo(204);
        assertThat(ask("DELETE", "u-erase", "").statusCode()).isEqualTo(204);

        assertThat(happenings.mailsTo(mine)).isZero();
        assertThat(happenings.mailsTo(theirs)).isEqualTo(1);
    }

    @Test
    void mailsToAFormerAddressAreGivenOutAndErasedWithIt() {
        var former = mailedTo("u-before");
        var now = mailedTo("u-moved");
        auth.register(get("/internal/users/u-moved").willReturn(okJson("""
                        {"id":"u-moved","email":"%s","locale":"fr","roles":["candidate"],"formerEmails":["%s"]}""".formatted(now, former))));

        assertThat(ask("GET", "u-moved", "/preview?locale=en").asString())
                .contains("The messages that we sent you: 2.");
        assertThat(ask("DELETE", "u-moved", "").statusCode()).isEqualTo(204);
        assertThat(happenings.mailsTo(former)).isZero();
        assertThat(happenings.mailsTo(now)).isZero();
    }

    @Test
    void nothingIsGivenOutOrErasedWhileTheAddressCannotBeHad() {
        auth.register(get("/internal/users/u-away").willReturn(serverError()));

        for (var method : List.of("GET", "DELETE")) {
            var answer = ask(method, "u-away", "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.asString()).contains("AUTH_UNAVAILABLE");
        }
    }

    @Test
    void accountThatIsGoneHasNothing() {
        assertThat(ask("DELETE", "u-gone", "").statusCode()).isEqualTo(204);
    }

    @Test
    void everyCollectionHasItsRowOnThePrivacyPage() {
        for (var page : PrivacyPage.all()) {
            var untold = new TreeSet<String>();
            parts.forEach(part -> untold.addAll(part.collections()));

            untold.removeAll(page.collections());

            assertThat(untold).as("%s", page).isEmpty();
        }
    }

    private String mailedTo(String account) {
        var address = happenings.newAddress();
        auth.register(get("/internal/users/" + account)
                .willReturn(okJson("{\"id\":\"%s\",\"email\":\"%s\",\"locale\":\"fr\",\"roles\":[\"candidate\"]}"
                        .formatted(account, address))));
        happenings.awaitEvent(happenings.signInRequested(address, "fr"), "done");
        return address;
    }

    private static Response ask(String method, String account, String rest) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.service("auth-service"))
                .request(method, "/internal/personal-data/" + account + rest);
    }
}
