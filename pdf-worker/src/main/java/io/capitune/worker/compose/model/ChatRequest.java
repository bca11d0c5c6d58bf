package io.capitune.worker.compose.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /chat/completions}, as far as we use it.
 *
 * @param maxTokens the bound on an answer as most endpoints know it
 * @param maxCompletionTokens the same as OpenAI's own does, where newer models refuse the other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChatRequest(
        String model,
        List<Message> messages,
        @Nullable Double temperature,
        @JsonProperty("max_tokens") @Nullable Integer maxTokens,
        @JsonProperty("max_completion_tokens") @Nullable Integer maxCompletionTokens,
        @JsonProperty("response_format") ResponseFormat responseFormat) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that the answer depends on. */
    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and JSON become JSON", e);
        }
    }

    record Message(String role, String content) {}

    record ResponseFormat(
            String type, @JsonProperty("json_schema") NamedSchema jsonSchema) {}

    record NamedSchema(String name, boolean strict, JsonNode schema) {}
}
