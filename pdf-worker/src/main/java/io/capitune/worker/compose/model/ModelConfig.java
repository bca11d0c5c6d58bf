package io.capitune.worker.compose.model;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The language model. Without base URL and model there is none, and CVs are composed by rules. */
@ConfigMapping(prefix = "capitune.openai")
public interface ModelConfig {

    /** Where {@code /chat/completions} is, for example {@code https://api.openai.com/v1}. */
    Optional<String> baseUrl();

    /** Sent as a bearer token; models at home often need none. */
    Optional<String> apiKey();

    /** The model's name as the endpoint knows it. */
    Optional<String> model();

    /** How long one call may take. */
    @WithDefault("60s")
    Duration timeout();

    /** The most tokens an answer may have. */
    @WithDefault("6000")
    int maxOutputTokens();

    /**
     * The name of that bound on the wire, {@code max_tokens} or {@code max_completion_tokens}; without it, OpenAI's own endpoint is
     * asked by the latter, and others by the former.
     */
    Optional<TokenLimit> tokenLimit();

    /** See {@link #tokenLimit}. */
    enum TokenLimit {
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS
    }

    /** Whether the bound is called {@code max_completion_tokens}. */
    default boolean limitsCompletion() {
        return tokenLimit()
                .map(name -> name == TokenLimit.MAX_COMPLETION_TOKENS)
                .orElseGet(() -> baseUrl()
                        .map(url -> "api.openai.com".equals(URI.create(url).getHost()))
                        .orElse(false));
    }

    /** Low, since the model rewrites and does not invent; leave it empty for models that refuse the setting. */
    @WithDefault("0.2")
    OptionalDouble temperature();

    /** How often a call is tried again after 429, 5xx or a broken connection. */
    @WithDefault("3")
    int maxRetries();

    /** The wait before the first retry; doubled each time, with up to as much jitter. */
    @WithDefault("500ms")
    Duration retryDelay();

    /** The longest wait for one retry; an endpoint whose {@code Retry-After} asks for more is left for later. */
    @WithDefault("20s")
    Duration maxRetryDelay();

    /** How many answers that are no valid JSON of the wanted form are asked for again. */
    @WithDefault("1")
    int maxInvalidAnswers();

    /**
     * Calls at once of one worker; further ones wait for their turn. As many as the jobs it holds ({@code
     * capitune.worker.in-flight}), unless the endpoint allows less.
     */
    @WithDefault("200")
    int maxConcurrentCalls();

    /** What models cost; without a price of the model, money is not counted. */
    Optional<List<ModelPrice>> prices();

    /** How long an answer is kept for the same account and the same request; zero keeps none. */
    @WithDefault("24h")
    Duration keep();

    /** The breaker opens when half of this many calls failed. */
    @WithDefault("20")
    int breakerVolume();

    /** How long an open breaker keeps calls away. */
    @WithDefault("10s")
    Duration breakerDelay();
}
