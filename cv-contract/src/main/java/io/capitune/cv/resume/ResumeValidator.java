package io.capitune.cv.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Says what is wrong in a résumé, field by field: JSON Resume 1.0.0, our limits of length and number, dates that make sense, no
 * control characters. A member that is {@code null} counts as absent. Nothing remote is ever fetched.
 */
@ApplicationScoped
public class ResumeValidator {

    /** More problems than anybody mends at once; what follows is left out. */
    private static final int MOST_PROBLEMS = 50;

    private final ResumeSchema schema = new ResumeSchema();

    /**
     * The problems of a résumé, none when it can be composed.
     *
     * @param language {@code fr} or {@code en}, of the details
     */
    public List<ResumeProblem> validate(JsonNode resume, String language) {
        JsonNode given = withoutNulls(resume.deepCopy());
        List<ResumeProblem> problems = new ArrayList<>(schema.check(given, language));
        controlCharacters(given, "", language, problems);
        problems.addAll(ResumeDates.check(given, language));
        JsonNode name = given.at("/basics/name");
        if (name.isTextual() && !name.textValue().isEmpty() && name.textValue().isBlank()) {
            problems.add(ResumeRule.REQUIRED.at("/basics/name", language));
        }
        return problems.stream().distinct().limit(MOST_PROBLEMS).toList();
    }

    /** Whether a text holds a character that no keyboard types: controls but tab and line ends, halves of a pair. */
    public static boolean hasControlCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnd =
                    c == '\n' || c == '\t' || (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (Character.isISOControl(c) && !lineEnd) {
                return true;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        node.forEach(ResumeValidator::withoutNulls);
        return node;
    }

    private static void controlCharacters(
            JsonNode node, String pointer, String language, List<ResumeProblem> problems) {
        if (node.isTextual() && hasControlCharacters(node.textValue())) {
            problems.add(ResumeRule.CONTROL.at(pointer, language));
        }
        int index = 0;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey().replace("~", "~0").replace("/", "~1");
            controlCharacters(member.getValue(), pointer + "/" + name, language, problems);
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                controlCharacters(item, pointer + "/" + index++, language, problems);
            }
        }
    }
}
