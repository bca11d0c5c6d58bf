package io.capitune.cv.resume;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads and writes {@link Resume}, the same way in every service whatever its own JSON settings. */
public final class ResumeJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ResumeJson() {}

    /**
     * Reads a résumé that {@link ResumeValidator} accepted.
     *
     * @throws IllegalArgumentException when it does not have the shape of a résumé
     */
    public static Resume read(JsonNode json) {
        try {
            return JSON.treeToValue(json, Resume.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a résumé: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a résumé from text.
     *
     * @throws IllegalArgumentException when it does not have the shape of a résumé
     */
    public static Resume read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes a résumé as JSON Resume, without empty fields. */
    public static String write(Resume resume) {
        try {
            return JSON.writeValueAsString(resume);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
