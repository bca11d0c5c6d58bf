package io.capitune.worker.compose.model;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.TypedGuard;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks the language model for JSON of a given schema. Each call has a timeout; 429, 5xx and broken connections are tried again
 * with backoff and jitter, or after the wait the endpoint asked for; a breaker named {@code openai} spares a model that is down.
 * Nothing of what is sent or received is logged.
 */
@ApplicationScoped
public class ModelClient {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final ChatApi api;
    private final ModelConfig config;
    private final Clock clock;
    private final TypedGuard<String> guard;

    ModelClient(@RestClient ChatApi api, ModelConfig config, Clock clock) {
        this.api = api;
        this.config = config;
        this.clock = clock;
        this.guard = guard(config);
    }

    /** Whether a model is configured. */
    public boolean configured() {
        return config.baseUrl().isPresent() && config.model().isPresent();
    }

    /** The model's name; only where one is configured. */
    public String name() {
        return config.model().orElseThrow();
    }

    /**
     * One question, one answer of the wanted form.
     *
     * @param schemaName letters and underscores, for the endpoint's own messages
     * @param schema JSON Schema in the strict subset: every property required, no others allowed
     * @param form the record that the answer becomes
     * @throws ModelException in one of its kinds, when there is no usable answer after all retries
     */
    public <T> T ask(String instructions, String question, String schemaName, JsonNode schema, Class<T> form) {
        ChatRequest request = new ChatRequest(
                name(),
                List.of(new ChatRequest.Message("system", instructions), new ChatRequest.Message("user", question)),
                config.temperature().isPresent() ? config.temperature().getAsDouble() : null,
                config.maxOutputTokens(),
                new ChatRequest.ResponseFormat("json_schema", new ChatRequest.NamedSchema(schemaName, true, schema)));
        for (int invalid = 0; ; invalid++) {
            try {
                return StrictJson.read(ChatAnswer.content(call(request)), schema, form);
            } catch (ModelException.InvalidAnswer e) {
                if (invalid >= config.maxInvalidAnswers()) {
                    throw e;
                }
            }
        }
    }

    private String call(ChatRequest request) {
        try {
            return guard.call(() -> send(request));
        } catch (ModelException e) {
            throw e;
        } catch (CircuitBreakerOpenException e) {
            throw new ModelException.Later("the model has failed too often of late", config.breakerDelay(), e);
        } catch (TimeoutException e) {
            throw new ModelException.Unavailable("no answer within " + config.timeout(), null, e);
        } catch (Exception e) {
            throw new ModelException.Unavailable(
                    "the call failed: " + e.getClass().getSimpleName(), null, e);
        }
    }

    private String send(ChatRequest request) {
        try {
            return api.complete(config.apiKey().map(key -> "Bearer " + key).orElse(null), request);
        } catch (WebApplicationException e) {
            throw refusal(e);
        } catch (ProcessingException e) {
            throw new ModelException.Unavailable("the endpoint cannot be reached", null, e);
        }
    }

    private ModelException refusal(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        String message = "the endpoint answered " + status;
        if (status != TOO_MANY_REQUESTS && status != REQUEST_TIMEOUT && status < 500) {
            return new ModelException.Refused(message, e);
        }
        Duration wait = RetryAfter.parse(e.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER), clock);
        return wait != null && wait.compareTo(config.maxRetryDelay()) > 0
                ? new ModelException.Later(message + " and asks for " + wait.toSeconds() + " s", wait, e)
                : new ModelException.Unavailable(message, wait, e);
    }

    private static TypedGuard<String> guard(ModelConfig config) {
        return TypedGuard.create(String.class)
                .withDescription("openai")
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .name("openai")
                .failOn(List.of(ModelException.Unavailable.class, TimeoutException.class))
                .requestVolumeThreshold(config.breakerVolume())
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withRetry()
                .maxRetries(config.maxRetries())
                .maxDuration(0, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .retryOn(List.of(ModelException.Unavailable.class, TimeoutException.class))
                .withCustomBackoff()
                .strategy(() -> new RetryAfterBackoff(config.retryDelay(), config.maxRetryDelay()))
                .done()
                .done()
                .build();
    }
}
