package io.capitune.notification.delivery;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.PermanentFailure;
import io.capitune.notification.TemporaryFailure;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends by SMTP: at least once, with a Message-ID by which a mail program tells the same mail. */
@ApplicationScoped
class SmtpProvider implements MailProvider {

    private static final Logger LOG = Logger.getLogger(SmtpProvider.class);
    /** RFC 4954: sign in first, by another mechanism, with the right password. */
    private static final Set<Integer> OUR_ACCOUNT = Set.of(530, 534, 535);

    private final Mailer mailer;

    SmtpProvider(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.SMTP;
    }

    @Override
    public void send(OutgoingMail outgoing) {
        var letter = outgoing.letter();
        var mail = Mail.withHtml(outgoing.to(), letter.subject(), letter.html())
                .setText(letter.text())
                .setFrom(outgoing.from())
                .addHeader("Message-ID", "<" + outgoing.id() + "@" + domain(outgoing.from()) + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail);
        } catch (RuntimeException e) {
            throw smtpError(e).map(SmtpProvider::failure).orElseGet(() -> TemporaryFailure.of("SMTP_UNAVAILABLE", e));
        }
    }

    private static RuntimeException failure(SMTPException refused) {
        var code = refused.getReplyCode();
        if (OUR_ACCOUNT.contains(code)) {
            // No mail is to be lost while somebody sets the password right.
            LOG.errorf("The SMTP server refuses us (%d): check CAPITUNE_SMTP_USERNAME and _PASSWORD.", code);
            return new TemporaryFailure("SMTP_" + code);
        }
        return refused.isPermanent()
                ? new PermanentFailure("SMTP_" + code)
                : TemporaryFailure.of("SMTP_UNAVAILABLE", refused);
    }

    private static Optional<SMTPException> smtpError(@Nullable Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return Optional.of(smtp);
            }
        }
        return Optional.empty();
    }

    private static String domain(String from) {
        return from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }
}
