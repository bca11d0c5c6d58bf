package io.capitune.worker.compose.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a model is asked, and in which form it is to answer.
 *
 * @param instructions what it is told to do, whatever the text
 * @param text what it is to work on: data, never instructions
 * @param form the form of its answer
 * @param promptVersion names the wording of instructions and text, such as {@code rewrite-1}
 */
public record Question<T>(String instructions, String text, Form<T> form, String promptVersion) {

    /**
     * The form of an answer.
     *
     * @param name letters and underscores, for the endpoint's own messages
     * @param version names the schema, such as {@code rewrite-1}
     * @param schema JSON Schema in the strict subset: every property required, no others allowed
     * @param type the record that the answer becomes
     */
    public record Form<T>(String name, String version, JsonNode schema, Class<T> type) {}
}
