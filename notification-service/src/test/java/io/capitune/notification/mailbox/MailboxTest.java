package io.capitune.notification.mailbox;

import jakarta.inject.Inject;

import io.capitune.notification.Happenings;
import io.capitune.notification.Stubs;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
class MailboxTest {

    @Inject
    Happenings happenings;

    @Test
    void messagesOfAnAddressAreListedNewestFirst() {
        var address = happenings.newAddress();
        var first = happenings.signInRequested(address, "fr");
        happenings.awaitEvent(first, "done");
        var second = happenings.signInRequested(address, "en");
        happenings.awaitEvent(second, "done");
        happenings.awaitEvent(happenings.signInRequested(happenings.newAddress(), "fr"), "done");

        given().queryParam("to", address)
                .get("/dev/mail/api/messages")
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("[0].id", equalTo(second))
                .body("[1].id", equalTo(first))
                .body("[1].to", equalTo(address))
                .body("[1].subject", equalTo("Votre lien de connexion"))
                .body("[1].text", containsString(Happenings.url(first)))
                .body("[1].html", containsString("012345"))
                .body("[1].sentAt", notNullValue());
    }

    @Test
    void eventDeliveredTwiceIsOneMail() {
        var address = happenings.newAddress();
        var id = happenings.signInRequested(address, "fr");
        happenings.awaitEvent(id, "done");

        happenings.deliverAgain(id);

        happenings.awaitEvent(id, "done");
        given().queryParam("to", address).get("/dev/mail/api/messages").then().body("$", hasSize(1));
    }

    @Test
    void mailboxKeepsTheLetterSealedAndTheEventBlanked() {
        var id = happenings.signInRequested(happenings.newAddress(), "fr");

        assertThat(happenings.awaitEvent(id, "done").get("sealed")).isNull();
        assertThat(happenings.mail(id).toJson()).doesNotContain("012345", "token=");
    }

    @Test
    void pageListsMailsAndShowsOneWithItsLinkToClickOn() {
        var address = happenings.newAddress();
        var id = happenings.signInRequested(address, "fr");
        happenings.awaitEvent(id, "done");

        given().get("/dev/mail")
                .then()
                .statusCode(200)
                .body(containsString(address))
                .body(containsString("/dev/mail/" + id));
        given().get("/dev/mail/" + id)
                .then()
                .statusCode(200)
                .body(containsString("<a href=\"" + Happenings.url(id).replace("&", "&amp;") + "\">"))
                .body(not(containsString("style=")));
        given().get("/dev/mail/" + id + "/html")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Se connecter à Capitune"));
    }

    @Test
    void unknownMailIs404() {
        given().get("/dev/mail/nothing").then().statusCode(404);
        given().get("/dev/mail/nothing/html").then().statusCode(404);
    }

    @Test
    void errorPageNamesTheRequestSoThatSupportFindsIt() {
        given().header("X-Request-Id", "as-the-gateway-named-it")
                .get("/dev/mail/nothing")
                .then()
                .statusCode(404)
                .body(containsString("Référence"))
                .body(containsString("as-the-gateway-named-it"));
    }

    @Test
    void tooLargeAnUploadIsAnsweredWithAPageToo() {
        given().header("Accept-Language", "en")
                .header("X-Request-Id", "as-the-gateway-named-it")
                .contentType("text/plain")
                .body("x".repeat(20_000))
                .post("/dev/mail")
                .then()
                .statusCode(413)
                .contentType("text/html")
                .body(containsString("This is too large"))
                .body(containsString("as-the-gateway-named-it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example:80"})
    void foreignHostIs404(String host) {
        for (var path : new String[] {"/dev/mail", "/dev/mail/x", "/dev/mail/x/html", "/dev/mail/api/messages"}) {
            given().header("Host", host).get(path).then().statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "localhost", "127.0.0.1:8080", "[::1]:8080"})
    void ownNamesAreAnswered(String host) {
        given().header("Host", host).get("/dev/mail/api/messages").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.1.20",
                "127.0.0.1, 192.168.1.20",
                "192.168.1.20, 127.0.0.1",
                "2001:db8::1",
                "localhost",
                ""
            })
    void callerOnAnotherMachineIs404WhateverHostItNames(String forwarded) {
        for (var path : new String[] {"/dev/mail", "/dev/mail/x", "/dev/mail/x/html", "/dev/mail/api/messages"}) {
            given().header("Host", "localhost:8080")
                    .header("X-Forwarded-For", forwarded)
                    .get(path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void secondListOfForwardersCountsToo() {
        given().header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-For", "10.0.0.7")
                .get("/dev/mail/api/messages")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.1, ::1"})
    void callerOnThisMachineIsAnsweredThroughTheGateway(String forwarded) {
        given().header("X-Forwarded-For", forwarded)
                .get("/dev/mail/api/messages")
                .then()
                .statusCode(200);
    }

    @Test
    void nothingElseIsPublic() {
        given().redirects().follow(false).get("/anything").then().statusCode(303);
        given().get("/internal/anything").then().statusCode(401);
    }
}
