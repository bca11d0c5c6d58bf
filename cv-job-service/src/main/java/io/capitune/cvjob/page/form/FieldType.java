package io.capitune.cvjob.page.form;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** How a member of a résumé is written in a field; its name alone tells. */
enum FieldType {
    TEXT {
        @Override
        JsonNode json(String text) {
            return TextNode.valueOf(text);
        }
    },
    DATE {
        @Override
        JsonNode json(String text) {
            return TextNode.valueOf(WrittenDate.read(text));
        }

        @Override
        String text(JsonNode json, String language) {
            return WrittenDate.write(json.asText(), language);
        }
    },
    NUMBER {
        @Override
        JsonNode json(String text) {
            return text.matches("\\d{1,9}") ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
        }
    },
    SWITCH {
        @Override
        JsonNode json(String text) {
            return BooleanNode.valueOf("true".equals(text));
        }
    },
    TERMS {
        @Override
        JsonNode json(String text) {
            var array = JsonNodeFactory.instance.arrayNode();
            WrittenList.read(text).forEach(array::add);
            return array;
        }

        @Override
        String text(JsonNode json, String language) {
            return json.isArray()
                    ? WrittenList.write(StreamSupport.stream(json.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.toList()))
                    : json.asText();
        }
    };

    private static final Set<String> DATES = Set.of("startDate", "endDate", "date", "validUntil", "releaseDate");
    private static final Set<String> NUMBERS = Set.of("rncpLevel", "year");
    private static final Set<String> TERM_LISTS = Set.of("keywords", "roles");

    static FieldType of(String member) {
        if (DATES.contains(member)) {
            return DATE;
        }
        if (NUMBERS.contains(member)) {
            return NUMBER;
        }
        if (TERM_LISTS.contains(member)) {
            return TERMS;
        }
        return "rqth".equals(member) ? SWITCH : TEXT;
    }

    /** What the field holds, or null where it holds nothing. */
    @Nullable
    JsonNode read(String written) {
        var text = written.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            return null;
        }
        var json = json(text);
        return json.isTextual() && json.textValue().isEmpty() ? null : json;
    }

    abstract JsonNode json(String text);

    /** How the field shows a value, in {@code language}. */
    String text(JsonNode json, String language) {
        return json.asText();
    }
}
