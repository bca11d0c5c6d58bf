package io.capitune.worker.compose.model;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Holds an answer to the schema it was asked by: endpoints promise that and not all keep it. Knows the strict subset only. */
final class StrictJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StrictJson() {}

    /** @throws ModelException.InvalidAnswer naming the place, not the content */
    static <T> T read(JsonNode answer, Question.Form<T> form) {
        check(answer, form.schema(), "answer");
        try {
            return JSON.treeToValue(answer, form.type());
        } catch (JsonProcessingException e) {
            throw new ModelException.InvalidAnswer("the answer is no " + form.name(), null);
        }
    }

    /** The same of an answer that was kept; empty where it is of no use. */
    static <T> Optional<T> readKept(String answer, Question.Form<T> form) {
        try {
            return Optional.of(read(JSON.readTree(answer), form));
        } catch (JsonProcessingException | ModelException.InvalidAnswer e) {
            return Optional.empty();
        }
    }

    private static void check(JsonNode node, JsonNode schema, String at) {
        boolean fits = switch (schema.path("type").asText()) {
            case "object" -> node.isObject();
            case "array" -> node.isArray();
            default -> node.isTextual();
        };
        if (!fits) {
            throw new ModelException.InvalidAnswer(at + " has the wrong type or is missing", null);
        }
        node.properties().forEach(member -> {
            if (!schema.path("properties").has(member.getKey())) {
                throw new ModelException.InvalidAnswer(at + " has a member nobody asked for", null);
            }
        });
        schema.path("properties")
                .properties()
                .forEach(member -> check(node.path(member.getKey()), member.getValue(), at + "." + member.getKey()));
        if (node.isArray()) {
            node.forEach(item -> check(item, schema.path("items"), at + "[]"));
        }
    }
}
