package io.capitune.cvjob.page;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.capitune.cvjob.input.CvJobRequest;
import io.capitune.cvjob.page.form.FormDocument;
import org.jspecify.annotations.Nullable;

/**
 * The form of a CV: what is in it, and what it is for.
 *
 * @param document a submission's body
 * @param correct the finished job that it corrects, or empty
 * @param key names this form, so that it is sent once
 * @param agreed whether the box of consent is ticked
 */
record CvForm(ObjectNode document, String correct, String key, boolean agreed) {

    static final String KEY = "key";
    static final String CORRECT = "correct";
    static final String AGREED = "agreed";

    /** What a browser sent; empty entries are left out unless {@code blanks}. */
    static CvForm sent(Map<String, List<String>> fields, boolean blanks) {
        return new CvForm(
                blanks ? FormDocument.readWithBlanks(fields) : FormDocument.read(fields),
                first(fields, CORRECT),
                first(fields, KEY),
                fields.containsKey(AGREED));
    }

    /** An empty form: one post to begin with. */
    static ObjectNode empty(String language, String template) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("language", language).put("template", template).put("pageSize", "A4");
        document.putObject("resume").putArray("work").addObject();
        return document;
    }

    static String first(Map<String, List<String>> fields, String name) {
        var values = fields.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** Whether it is the form for a pasted text. */
    boolean ofText() {
        return document.has("text");
    }

    /** The submission; a form that nobody filled in still is a résumé, whose missing fields can be named. */
    CvJobRequest request() {
        // With its basics, so that a missing name is told at the field of the name.
        JsonNode resume = ofText() ? null : withBasics();
        return new CvJobRequest(
                resume,
                text("text"),
                text("targetJob"),
                text("jobOffer"),
                text("language"),
                text("template"),
                text("pageSize"));
    }

    private JsonNode withBasics() {
        var resume = document.withObject("/resume");
        if (!resume.has("basics")) {
            resume.putObject("basics");
        }
        return resume;
    }

    private @Nullable String text(String name) {
        var value = document.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }
}
