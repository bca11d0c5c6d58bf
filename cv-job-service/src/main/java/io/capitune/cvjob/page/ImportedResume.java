package io.capitune.cvjob.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.capitune.cv.resume.SensitiveFields;

/**
 * A JSON Resume file as the form takes it.
 *
 * @param leftOut names of what was left out: fields that JSON Resume does not know at its root, and what no CV should say
 */
record ImportedResume(ObjectNode resume, List<String> leftOut) {

    private static final Set<String> ROOT = Set.of(
            "$schema",
            "basics",
            "work",
            "volunteer",
            "education",
            "awards",
            "certificates",
            "publications",
            "skills",
            "languages",
            "interests",
            "references",
            "projects",
            "meta");
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /** The file cannot be read as a résumé. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        UnreadableException(int line) {
            super("not a JSON object, line " + line);
            this.line = line;
        }

        /** Where reading stopped; 0 where the file is JSON but no object with a résumé. */
        int line() {
            return line;
        }
    }

    /** Reads a file's text; a submission's body, with its {@code resume} within, will do as well. */
    static ImportedResume read(String text) throws UnreadableException {
        var root = parse(text);
        if (root.path("resume") instanceof ObjectNode within) {
            root = within;
        }
        if (ROOT.stream().noneMatch(root::has)) {
            throw new UnreadableException(0);
        }
        var leftOut = new ArrayList<String>();
        for (var pointer : SensitiveFields.in(root)) {
            leftOut.add(pointer.substring(pointer.lastIndexOf('/') + 1));
            remove(root, JsonPointer.compile(pointer));
        }
        root.properties().removeIf(member -> !ROOT.contains(member.getKey()) && leftOut.add(member.getKey()));
        root.path("education").forEach(ImportedResume::placeOfSchool);
        return new ImportedResume(root, leftOut.stream().distinct().toList());
    }

    private static ObjectNode parse(String text) throws UnreadableException {
        try {
            // A byte order mark is what some editors leave at the beginning.
            JsonNode root = JSON.readValue(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw new UnreadableException(0);
        } catch (JsonProcessingException e) {
            throw new UnreadableException(
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()));
        }
    }

    private static void remove(JsonNode root, JsonPointer at) {
        if (root.at(at.head()) instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        }
    }

    /** Schools have no place in JSON Resume; our extras had one, the form asks for it beside the others. */
    private static void placeOfSchool(JsonNode education) {
        var place = education.at("/meta/capitune/place");
        if (education instanceof ObjectNode object && place.isTextual() && !object.has("location")) {
            object.set("location", place);
        }
    }
}
