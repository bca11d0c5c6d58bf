package io.capitune.cvjob.page.form;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Fields sorted by where they belong, before they become JSON. Numbered members are a list's entries. */
final class FormTree {

    /** Of an object: the members that the form does not show, as JSON. */
    static final String BASE = "#base";
    /** Of a post: it lasts. */
    static final String NOW = "#now";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<String> NUMBERS_BY_SIZE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Map<String, FormTree> members = new TreeMap<>(NUMBERS_BY_SIZE);
    private String text = "";
    private boolean lasting;
    private ObjectNode base = JsonNodeFactory.instance.objectNode();

    /** Puts a field in its place; the path's last step may be {@link #BASE} or {@link #NOW}. */
    void put(List<String> path, String value) {
        switch (path.getFirst()) {
            case BASE -> base = object(value);
            case NOW -> lasting = true;
            default -> {
                var member = members.computeIfAbsent(path.getFirst(), name -> new FormTree());
                if (path.size() == 1) {
                    member.text = value;
                } else {
                    member.put(path.subList(1, path.size()), value);
                }
            }
        }
    }

    /** The object that the fields describe. Where {@code blanks} are kept, empty entries of lists stay in their places. */
    ObjectNode object(boolean blanks) {
        return object(base, blanks);
    }

    private ObjectNode object(ObjectNode start, boolean blanks) {
        var object = start.deepCopy();
        base.properties().forEach(kept -> object.set(kept.getKey(), kept.getValue()));
        members.forEach((name, member) -> {
            var value = member.value(name, object.path(name), blanks);
            if (value == null) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        });
        if (lasting) {
            object.remove("endDate");
        }
        return object;
    }

    private @Nullable JsonNode value(String name, JsonNode before, boolean blanks) {
        if (isList()) {
            var list = list(blanks);
            return list.isEmpty() ? null : list;
        }
        if (isObject()) {
            var object = object(before instanceof ObjectNode start ? start : empty(), blanks);
            return object.isEmpty() ? null : object;
        }
        return FieldType.of(name).read(text);
    }

    private ArrayNode list(boolean blanks) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var entry : members.values()) {
            if (entry.isObject()) {
                var object = entry.object(blanks);
                if (blanks || !object.isEmpty()) {
                    list.add(object);
                }
            } else if (blanks || !entry.text.isBlank()) {
                list.add(entry.text.replace("\r\n", "\n").strip());
            }
        }
        return list;
    }

    private boolean isObject() {
        return !members.isEmpty() || !base.isEmpty() || lasting;
    }

    private boolean isList() {
        return !members.isEmpty() && members.keySet().stream().allMatch(name -> name.matches("\\d{1,3}"));
    }

    private static ObjectNode object(String json) {
        try {
            return JSON.readTree(json) instanceof ObjectNode object ? object : empty();
        } catch (JsonProcessingException tampered) {
            return empty();
        }
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
