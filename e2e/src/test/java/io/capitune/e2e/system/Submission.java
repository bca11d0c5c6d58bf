package io.capitune.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a submission. */
public record Submission(ObjectNode body) {

    public static Submission of(JsonNode resume) {
        var body = Json.object();
        body.set("resume", resume);
        return new Submission(body);
    }

    public Submission with(String field, String value) {
        return new Submission(body.deepCopy().put(field, value));
    }

    public String json() {
        return body.toString();
    }
}
