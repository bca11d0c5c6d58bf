package io.capitune.worker.compose.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The forms of the model's answers, in the strict subset of JSON Schema: {@code resources/prompts/*.json}. */
public final class Schemas {

    /** Kept with each CV; a change of {@link #REWRITE} wants a new one. */
    public static final String REWRITE_VERSION = "rewrite-1";

    /** Kept with each CV; a change of {@link #EXTRACT} wants a new one. */
    public static final String EXTRACT_VERSION = "extract-1";

    /** Rewritten lines, a summary, an order of skills. */
    public static final JsonNode REWRITE = load("rewrite");

    /** A résumé as spans of a pasted text. */
    public static final JsonNode EXTRACT = load("extract");

    private Schemas() {}

    private static JsonNode load(String name) {
        try (InputStream file = Schemas.class.getResourceAsStream("/prompts/" + name + ".json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
