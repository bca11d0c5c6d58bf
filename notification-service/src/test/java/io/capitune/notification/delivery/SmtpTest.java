package io.capitune.notification.delivery;

import java.io.IOException;
import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.capitune.notification.Happenings;
import io.capitune.notification.letter.AddressedLetter;
import io.capitune.notification.letter.Letter;
import io.capitune.notification.letter.Recipient;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(value = SmtpServer.class, restrictToAnnotatedClass = true)
class SmtpTest {

    GreenMail smtp;

    @Inject
    Happenings happenings;

    @Inject
    WayOut wayOut;

    @Test
    void mailArrivesAsTextAndHtmlWithAStableId() throws MessagingException, IOException {
        var address = happenings.newAddress();

        var id = happenings.signInRequested(address, "fr");

        happenings.awaitEvent(id, "done");
        var mail = received(id);
        assertThat(mail.getSubject()).isEqualTo("Votre lien de connexion");
        assertThat(mail.getFrom()[0]).hasToString("Capitune <bonjour@capitune.example>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(address);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + id + "@capitune.example>");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(GreenMailUtil.getBody(mail)).contains("text/plain", "text/html", "012345");
        assertThat(happenings.mail(id).get("sealed")).isNull();
    }

    @Test
    void subjectCannotAddHeaders() throws MessagingException {
        var letter = new Letter("Bonjour\r\nBcc: b@example.org", "texte", "<p>texte</p>");
        var to = new AddressedLetter(new Recipient(happenings.newAddress()), letter);

        wayOut.send(new OutgoingMail("injected", wayOut.from(), to.to().address(), letter));

        var mail = received("injected");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Bonjour Bcc: b@example.org");
    }

    @Test
    void serverThatIsAwayIsWaitedFor() throws MessagingException {
        smtp.stop();
        var id = happenings.signInRequested(happenings.newAddress(), "fr");
        Awaitility.await()
                .until(() -> "SMTP_UNAVAILABLE".equals(happenings.event(id).getString("reason")));

        smtp.start();

        happenings.awaitEvent(id, "done");
        assertThat(received(id)).isNotNull();
    }

    @Test
    void mailboxIsAbsentWhereMailIsSent() {
        RestAssured.given().get("/dev/mail").then().statusCode(404);
    }

    private MimeMessage received(String id) throws MessagingException {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> find(id) != null);
        return find(id);
    }

    private MimeMessage find(String id) throws MessagingException {
        for (var mail : smtp.getReceivedMessages()) {
            if (mail.getMessageID().contains(id)) {
                return mail;
            }
        }
        return null;
    }
}
