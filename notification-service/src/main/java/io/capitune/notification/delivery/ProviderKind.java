package io.capitune.notification.delivery;

import java.util.Locale;

import io.capitune.notification.MailConfig;
import io.capitune.platform.PlatformConfig;

/** The ways out. */
public enum ProviderKind {
    RESEND,
    SMTP,
    LOCAL;

    /**
     * The way that the configuration asks for.
     *
     * @throws IllegalStateException if there is none: a system whose mail goes nowhere must not start
     */
    public static ProviderKind of(MailConfig mail, PlatformConfig platform) {
        var resend = mail.resend().apiKey().filter(key -> !key.isBlank()).isPresent();
        var smtp = mail.smtp().host().filter(host -> !host.isBlank()).isPresent();
        if (!resend && !smtp) {
            if (!platform.local()) {
                throw new IllegalStateException("No mail provider is configured, so nobody could sign in."
                        + " Set CAPITUNE_RESEND_API_KEY or CAPITUNE_SMTP_HOST, and CAPITUNE_MAIL_FROM;"
                        + " on your own machine, CAPITUNE_LOCAL=true keeps mail in the local mailbox.");
            }
            return LOCAL;
        }
        if (mail.from().filter(from -> !from.isBlank()).isEmpty()) {
            throw new IllegalStateException("A mail provider is configured, but no sender."
                    + " Set CAPITUNE_MAIL_FROM, for example \"Capitune <bonjour@example.org>\".");
        }
        return resend ? RESEND : SMTP;
    }

    /** Its name in metrics and records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
