package io.capitune.worker.compose.model;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Asks the language model for JSON of a given schema. Each call has a timeout; 429, 5xx and broken connections are tried again
 * with backoff and jitter, or after the wait the endpoint asked for; a breaker named {@code openai} spares a model that is
 * down, and only so many calls are made at once. Nothing of what is sent or received is logged.
 */
@ApplicationScoped
class ModelClient {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    /** Of this request: bad, too large, not to be understood. All others say nothing of it, such as a key that was revoked. */
    private static final Set<Integer> OF_THE_REQUEST = Set.of(400, 413, 422);

    private final ChatApi api;
    private final ModelConfig config;
    private final Clock clock;
    private final ModelGuard guard;

    ModelClient(ChatApi api, ModelConfig config, Clock clock, ModelGuard guard) {
        this.api = api;
        this.config = config;
        this.clock = clock;
        this.guard = guard;
    }

    /** The question as it goes over the wire. */
    ChatRequest request(Question<?> question) {
        var form = question.form();
        return new ChatRequest(
                config.model().orElseThrow(),
                List.of(
                        new ChatRequest.Message("system", question.instructions()),
                        new ChatRequest.Message("user", question.text())),
                config.temperature().isPresent() ? config.temperature().getAsDouble() : null,
                config.limitsCompletion() ? null : config.maxOutputTokens(),
                config.limitsCompletion() ? config.maxOutputTokens() : null,
                new ChatRequest.ResponseFormat(
                        "json_schema", new ChatRequest.NamedSchema(form.name(), true, form.schema())));
    }

    /**
     * The body of an answer, whatever it is.
     *
     * @throws ModelException where there is none after all retries
     */
    String call(ChatRequest request) {
        return guard.call(() -> send(request));
    }

    private String send(ChatRequest request) throws InterruptedException {
        try {
            return api.complete(config.apiKey().map(key -> "Bearer " + key).orElse(null), request);
        } catch (WebApplicationException e) {
            throw refusal(e);
        } catch (ProcessingException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                // A worker that stops is no endpoint that fails: there is no retry.
                throw interrupted;
            }
            throw new ModelException.Unavailable("the endpoint cannot be reached", null, e);
        }
    }

    private ModelException refusal(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        String message = "the endpoint answered " + status + ChatError.of(e.getResponse());
        if (OF_THE_REQUEST.contains(status)) {
            return new ModelException.Refused(message, e);
        }
        if (status != TOO_MANY_REQUESTS && status != REQUEST_TIMEOUT && status < 500) {
            return new ModelException.Later(message, config.maxRetryDelay(), e);
        }
        Duration wait = RetryAfter.parse(e.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER), clock);
        return wait != null && wait.compareTo(config.maxRetryDelay()) > 0
                ? new ModelException.Later(message + " and asks for " + wait.toSeconds() + " s", wait, e)
                : new ModelException.Unavailable(message, wait, e);
    }
}
