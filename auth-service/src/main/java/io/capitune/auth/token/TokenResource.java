package io.capitune.auth.token;

import java.time.Duration;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Tokens for services by client credentials (RFC 6749 4.4), with that standard's errors, and 429 for who keeps guessing. */
@Path("/api/auth/token")
@RunOnVirtualThread
public class TokenResource {

    static final String CLIENT_CREDENTIALS = "client_credentials";

    private final Clients clients;
    private final Tokens tokens;
    private final FailedTries failedTries;
    private final MeterRegistry metrics;

    TokenResource(Clients clients, Tokens tokens, FailedTries failedTries, MeterRegistry metrics) {
        this.clients = clients;
        this.tokens = tokens;
        this.failedTries = failedTries;
        this.metrics = metrics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestForm("grant_type") @Nullable String grantType,
            @RestForm("client_id") @Nullable String id,
            @RestForm("client_secret") @Nullable String secret,
            @Context HttpServerRequest caller) {
        var shutOut = failedTries.shutOut(caller);
        if (shutOut.isPresent()) {
            return tooMany(shutOut.get());
        }
        var client = ClientCredentials.of(authorization, id, secret);
        if (client.isEmpty()
                || !clients.authentic(client.get().id(), client.get().secret())) {
            return failedTries.count(caller).map(this::tooMany).orElseGet(this::refused);
        }
        if (grantType == null) {
            return answer(400, Map.of("error", "invalid_request")).build();
        }
        if (!grantType.equals(CLIENT_CREDENTIALS)) {
            return answer(400, Map.of("error", "unsupported_grant_type")).build();
        }
        return answer(
                        200,
                        Map.of(
                                "access_token", tokens.forService(client.get().id()),
                                "token_type", "Bearer",
                                "expires_in", tokens.validFor().toSeconds()))
                .build();
    }

    private Response refused() {
        metrics.counter("capitune.tokens.refused", "reason", "invalid_client").increment();
        return answer(401, Map.of("error", "invalid_client"))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"capitune\"")
                .build();
    }

    private Response tooMany(Duration wait) {
        metrics.counter("capitune.tokens.refused", "reason", "too_many").increment();
        return answer(429, Map.of("error", "temporarily_unavailable"))
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .build();
    }

    private static Response.ResponseBuilder answer(int status, Map<String, Object> body) {
        return Response.status(status).entity(body).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
