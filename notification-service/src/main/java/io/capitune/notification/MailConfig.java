package io.capitune.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mail is sent. Resend goes before SMTP where both are configured; with neither, local mode keeps mail in its mailbox. */
@ConfigMapping(prefix = "capitune.mail")
public interface MailConfig {

    /** Sender, {@code address} or {@code Name <address>}; needed by Resend and SMTP. */
    Optional<String> from();

    /** The provider Resend. */
    Resend resend();

    /** Any SMTP server; its port, account and encryption are those of {@code quarkus.mailer}. */
    Smtp smtp();

    /** Mails in the making at the same time, per replica. */
    @WithDefault("8")
    int concurrency();

    /** How long a claimed event is ours; longer than all calls for one mail together. */
    @WithDefault("60s")
    Duration lease();

    /** How long what is under way may take once the service is told to stop, before it is handed back. */
    @WithDefault("12s")
    Duration stopGrace();

    /**
     * How old an event is when a try that fails is its last. By age and not by number, so that no mail is lost while somebody
     * sets a key or a password right; never longer than {@link #keep}. A link that is good for less ends with itself.
     */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** The wait before the second try; it doubles with each. */
    @WithDefault("2s")
    Duration backoff();

    /** The longest wait between two tries that we choose ourselves. */
    @WithDefault("15m")
    Duration longestBackoff();

    /** The longest wait that we let a provider's {@code Retry-After} impose. */
    @WithDefault("1h")
    Duration longestRetryAfter();

    /** The limit of one call to the provider or to auth-service. */
    @WithDefault("10s")
    Duration timeout();

    /** The wait before the one quick second call after a network error. */
    @WithDefault("300ms")
    Duration quickRetryDelay();

    /** How long an open breaker spares a provider that fails. */
    @WithDefault("10s")
    Duration breakerDelay();

    /** How long a mail is kept: its record, and in the local mailbox its text. */
    @WithDefault("7d")
    Duration keep();

    /** See <a href="https://resend.com/docs/api-reference/emails/send-email">Resend's reference</a>. */
    interface Resend {
        /** The key that chooses Resend. */
        Optional<String> apiKey();

        /** Where Resend listens. */
        @WithDefault("https://api.resend.com")
        URI baseUrl();
    }

    /** The server that chooses SMTP. */
    interface Smtp {
        /** Name or address of the server. */
        Optional<String> host();
    }
}
