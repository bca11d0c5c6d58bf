package io.capitune.notification.delivery;

import java.util.List;
import java.util.concurrent.CompletionException;

import io.capitune.notification.PermanentFailure;
import io.capitune.notification.TemporaryFailure;
import io.capitune.notification.letter.Letter;
import io.vertx.ext.mail.SMTPException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmtpProviderTest {

    private static final OutgoingMail MAIL =
            new OutgoingMail("id", "c@example.org", "a@example.org", new Letter("s", "t", "<p>t</p>"));

    @Test
    void permanentReplyFailsTheMail() {
        assertThatThrownBy(() -> answering(550).send(MAIL))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage("SMTP_550");
    }

    @Test
    void transientReplyIsForLater() {
        assertThatThrownBy(() -> answering(451).send(MAIL)).isInstanceOf(TemporaryFailure.class);
    }

    @Test
    void refusedPasswordLosesNoMail() {
        assertThatThrownBy(() -> answering(535).send(MAIL))
                .isInstanceOf(TemporaryFailure.class)
                .hasMessage("SMTP_535");
    }

    private static SmtpProvider answering(int code) {
        return new SmtpProvider(mails -> {
            throw new CompletionException(new SMTPException("refused", code, List.of(code + " no"), code >= 500));
        });
    }
}
