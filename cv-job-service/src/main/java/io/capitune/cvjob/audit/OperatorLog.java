package io.capitune.cvjob.audit;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.capitune.cvjob.audit.AuditApi.Entry;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Has written down what the operator who sends the request is about to have done: before it is done, since what cannot be written
 * down is not done. Not tried again by itself, which might write it twice: the operator sees the refusal and asks again.
 */
@ApplicationScoped
public class OperatorLog {

    private static final int WRITTEN = 204;

    private final AuditApi api;
    private final RoutingContext request;

    OperatorLog(@RestClient AuditApi api, RoutingContext request) {
        this.api = api;
        this.request = request;
    }

    /**
     * Writes an act down.
     *
     * @param act by the name that the log keeps, such as {@code plan.changed}
     * @param subject the id of the account that it is done to; null where it is done to none
     * @param details plain words and numbers
     * @throws ProblemException 503 {@code AUDIT_UNAVAILABLE} where auth-service refuses, is away, or takes more than some seconds
     */
    public void write(String act, @Nullable String subject, Map<String, String> details) {
        var call = request.request();
        try (var answer = api.write(
                call.getHeader(HttpHeaders.AUTHORIZATION), ClientAddress.of(call), new Entry(act, subject, details))) {
            if (answer.getStatus() == WRITTEN) {
                return;
            }
        } catch (RuntimeException away) {
            throw unavailable(away);
        }
        throw unavailable(null);
    }

    private static ProblemException unavailable(@Nullable Throwable cause) {
        return new ProblemException(
                        503,
                        "AUDIT_UNAVAILABLE",
                        "This could not be written down in the audit log, so nothing was done.",
                        cause)
                .header("Retry-After", "5");
    }
}
