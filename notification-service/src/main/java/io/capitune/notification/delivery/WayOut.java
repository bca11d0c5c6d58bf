package io.capitune.notification.delivery;

import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.capitune.notification.MailConfig;
import io.capitune.notification.PermanentFailure;
import io.capitune.notification.TemporaryFailure;
import io.capitune.platform.PlatformConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.TypedGuard;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/** The one provider that is configured, behind a timeout, a breaker, and a quick second call after a network error. */
@ApplicationScoped
public class WayOut {

    /** The breaker's name. */
    public static final String BREAKER = "mail-provider";

    private static final Logger LOG = Logger.getLogger(WayOut.class);
    private static final String LOCAL_SENDER = "Capitune <capitune@localhost>";

    private final MailProvider provider;
    private final String from;
    private final MailConfig config;
    private final TypedGuard<ProviderKind> guard;

    WayOut(@All List<MailProvider> providers, MailConfig config, PlatformConfig platform) {
        var kind = ProviderKind.of(config, platform);
        this.provider =
                providers.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
        this.from = config.from().orElse(LOCAL_SENDER).strip();
        this.config = config;
        this.guard = TypedGuard.create(ProviderKind.class)
                .withDescription(BREAKER)
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withRetry()
                .maxRetries(1)
                .delay(config.quickRetryDelay().toMillis(), ChronoUnit.MILLIS)
                .whenException(WayOut::networkError)
                .done()
                .withCircuitBreaker()
                .name(BREAKER)
                .when(WayOut::providerAtFault)
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /** Refuses to start a system whose mail would go nowhere. */
    void announce(@Observes @Priority(1) StartupEvent start) {
        LOG.infof("Mail goes out by %s.", kind().label());
    }

    /** Which provider it is. */
    public ProviderKind kind() {
        return provider.kind();
    }

    String from() {
        return from;
    }

    void send(OutgoingMail mail) {
        try {
            guard.get(() -> {
                provider.send(mail);
                return provider.kind();
            });
        } catch (CircuitBreakerOpenException spared) {
            throw new TemporaryFailure("PROVIDER_SPARED", config.breakerDelay());
        } catch (TimeoutException slow) {
            throw new TemporaryFailure("PROVIDER_SLOW");
        }
    }

    private static boolean networkError(Throwable error) {
        return error instanceof TemporaryFailure failure && failure.reason().endsWith("UNREACHABLE");
    }

    /** A refused mail or a rate limit says nothing against the provider. */
    private static boolean providerAtFault(Throwable error) {
        return !(error instanceof PermanentFailure)
                && !(error instanceof TemporaryFailure failure
                        && (failure.retryAfter().isPresent() || failure.interrupted()));
    }
}
