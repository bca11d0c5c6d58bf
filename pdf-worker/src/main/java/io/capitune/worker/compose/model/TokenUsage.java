package io.capitune.worker.compose.model;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The {@code usage} of a chat completion.
 *
 * @param prompt tokens read, with those that were cached
 * @param cached of these, those that the endpoint had in its cache; 0 where it does not tell
 * @param completion tokens written
 */
record TokenUsage(int prompt, int cached, int completion) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an answer tells of its tokens; empty where it tells nothing, or what cannot be. */
    static Optional<TokenUsage> of(String body) {
        try {
            JsonNode usage = JSON.readTree(body).path("usage");
            JsonNode prompt = usage.path("prompt_tokens");
            JsonNode completion = usage.path("completion_tokens");
            JsonNode cached = usage.path("prompt_tokens_details").path("cached_tokens");
            boolean nothingCached = cached.isMissingNode() || cached.isNull();
            if (!isCount(prompt) || !isCount(completion) || !nothingCached && !isCount(cached)) {
                return Optional.empty();
            }
            var told = new TokenUsage(prompt.intValue(), cached.asInt(0), completion.intValue());
            return told.cached > told.prompt ? Optional.empty() : Optional.of(told);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0;
    }
}
