package io.capitune.worker.compose.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Takes the JSON that was asked for out of a chat completion. */
final class ChatAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChatAnswer() {}

    /** @throws ModelException.InvalidAnswer where the envelope or its content is not JSON, cut off, refused or empty */
    static JsonNode content(String body) {
        JsonNode choice = parse(body, "the answer is no JSON").path("choices").path(0);
        if (choice.path("finish_reason").asText("").equals("length")) {
            throw new ModelException.InvalidAnswer("the answer was cut off at the token limit", null);
        }
        JsonNode message = choice.path("message");
        if (message.hasNonNull("refusal")) {
            throw new ModelException.InvalidAnswer("the model declined to answer", null);
        }
        String content = message.path("content").asText("").strip();
        if (content.isEmpty()) {
            throw new ModelException.InvalidAnswer("the answer is empty", null);
        }
        // Small models wrap JSON in a Markdown fence even when told not to.
        return parse(
                content.replaceFirst("^```(?:json)?\\s*", "").replaceFirst("\\s*```$", ""), "the content is no JSON");
    }

    private static JsonNode parse(String text, String problem) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.isObject()) {
                throw new ModelException.InvalidAnswer(problem, null);
            }
            return json;
        } catch (JsonProcessingException e) {
            // The cause would quote the answer, which may hold what the person wrote.
            throw new ModelException.InvalidAnswer(problem, null);
        }
    }
}
