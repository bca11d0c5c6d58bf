package io.capitune.notification.account;

import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import io.capitune.notification.MailConfig;
import io.capitune.notification.PermanentFailure;
import io.capitune.notification.TemporaryFailure;
import io.smallrye.faulttolerance.api.TypedGuard;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks auth-service who an account is. */
@ApplicationScoped
public class AccountClient {

    private final AccountApi api;
    private final TypedGuard<Account> guard;

    AccountClient(@RestClient AccountApi api, MailConfig config) {
        this.api = api;
        this.guard = TypedGuard.create(Account.class)
                .withDescription("auth-service")
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withRetry()
                .maxRetries(1)
                .delay(config.quickRetryDelay().toMillis(), ChronoUnit.MILLIS)
                .whenException(error -> error instanceof TemporaryFailure failure && !failure.interrupted())
                .done()
                .withCircuitBreaker()
                .name("auth-service")
                .skipOn(PermanentFailure.class)
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /**
     * The account with this id.
     *
     * @throws PermanentFailure {@code USER_UNKNOWN}
     * @throws TemporaryFailure {@code AUTH_UNAVAILABLE}: refused, slow, an error, or an answer that makes no sense
     */
    public Account byId(String id) {
        try {
            return guard.get(() -> ask(id));
        } catch (FaultToleranceException away) {
            throw new TemporaryFailure("AUTH_UNAVAILABLE");
        }
    }

    private Account ask(String id) {
        try {
            var account = api.byId(id);
            if (account == null || account.email() == null || account.locale() == null) {
                throw new TemporaryFailure("AUTH_UNAVAILABLE");
            }
            return account;
        } catch (WebApplicationException answer) {
            if (answer.getResponse().getStatus() == 404) {
                throw new PermanentFailure("USER_UNKNOWN");
            }
            throw new TemporaryFailure("AUTH_UNAVAILABLE");
        } catch (TemporaryFailure known) {
            throw known;
        } catch (RuntimeException away) {
            throw TemporaryFailure.of("AUTH_UNAVAILABLE", away);
        }
    }
}
