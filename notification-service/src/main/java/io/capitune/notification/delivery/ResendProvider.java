package io.capitune.notification.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.capitune.notification.MailConfig;
import io.capitune.notification.PermanentFailure;
import io.capitune.notification.TemporaryFailure;
import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Sends by Resend; the mail's id is the idempotency key, which Resend honours for 24 hours. Where Resend took a mail, its answer
 * was lost, and no other try got through for a day, nothing can tell that it went: it is sent twice rather than never.
 */
@ApplicationScoped
class ResendProvider implements MailProvider {

    private static final Logger LOG = Logger.getLogger(ResendProvider.class);

    private final ResendApi api;
    private final String authorization;
    private final Clock clock;
    private final MeterRegistry metrics;

    ResendProvider(@RestClient ResendApi api, MailConfig config, Clock clock, MeterRegistry metrics) {
        this.api = api;
        this.authorization = "Bearer " + config.resend().apiKey().orElse("");
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.RESEND;
    }

    @Override
    public void send(OutgoingMail mail) {
        var letter = mail.letter();
        var body = new ResendApi.ResendMail(
                mail.from(),
                List.of(mail.to()),
                letter.subject(),
                letter.html(),
                letter.text(),
                Map.of("Auto-Submitted", "auto-generated"));
        try {
            api.send(authorization, mail.id(), body);
        } catch (WebApplicationException refused) {
            throw failure(refused.getResponse());
        } catch (ProcessingException unreachable) {
            throw TemporaryFailure.of("PROVIDER_UNREACHABLE", unreachable);
        }
    }

    private RuntimeException failure(Response answer) {
        var status = answer.getStatus();
        var reason = "PROVIDER_" + status;
        if (status == 429 || status >= 500) {
            var wait = RetryAfter.parse(answer.getHeaderString("Retry-After"), clock.instant());
            return new TemporaryFailure(reason, wait.orElse(null));
        }
        if (status == 401 || status == 403) {
            // Our key or our domain, not this mail: no mail is to be lost while somebody sets it right.
            LOG.errorf(
                    "Resend refuses us (%d): check CAPITUNE_RESEND_API_KEY and the domain of CAPITUNE_MAIL_FROM.",
                    status);
            metrics.counter("capitune.mail.provider.refusals", "provider", kind().label())
                    .increment();
            return new TemporaryFailure(reason);
        }
        // 409 is either this very mail still being taken (our own first try), or another mail under its key.
        if (status == 408 || status == 409 && body(answer).contains("concurrent_idempotent_requests")) {
            return new TemporaryFailure(reason);
        }
        return new PermanentFailure(reason);
    }

    private static String body(Response answer) {
        try {
            return String.valueOf(answer.readEntity(String.class));
        } catch (ProcessingException | IllegalStateException unreadable) {
            return "";
        }
    }
}
