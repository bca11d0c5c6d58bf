package io.capitune.cvjob.page.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.capitune.platform.error.FieldError;
import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/** A document and its errors, as the fields of a form ask for them: by pointer. */
@TemplateData
public final class FormView {

    /** Lists of lines, where the others are lists of objects. */
    static final Set<String> LINES = Set.of("highlights", "courses", "information");

    /** The place of an entry in a {@code <template>} that a script copies. */
    private static final String BLANK = "-";

    private final ObjectNode document;
    private final String language;
    private final String open;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /**
     * A form.
     *
     * @param language of the reader, in which dates are written
     * @param open the list whose section is open
     */
    public FormView(ObjectNode document, String language, String open, List<FieldError> errors) {
        this.document = document;
        this.language = language;
        this.open = open;
        errors.forEach(error -> this.errors.putIfAbsent(error.pointer(), error.detail()));
    }

    /** What a field holds. */
    public String value(String at) {
        var json = document.at(pointer(at));
        return json.isMissingNode() || json.isNull() || json.isObject()
                ? ""
                : FieldType.of(at.substring(at.lastIndexOf('/') + 1)).text(json, language);
    }

    /** Whether a field holds this value. */
    public boolean is(String at, String value) {
        return value(at).equals(value);
    }

    /** What is wrong with a field, or null. */
    public @Nullable String error(String at) {
        return errors.get(at);
    }

    /** Whether something within an entry or a section is wrong. */
    public boolean errorWithin(String at) {
        return errors.keySet().stream().anyMatch(pointer -> pointer.equals(at) || pointer.startsWith(at + "/"));
    }

    /** Pointers of a list's entries. */
    public List<String> entries(String list) {
        var json = document.at(pointer(list));
        return json.isArray()
                ? IntStream.range(0, json.size()).mapToObj(i -> list + "/" + i).toList()
                : List.of();
    }

    /** The pointer of an entry yet to be added. */
    public String blank(String list) {
        return list + "/" + BLANK;
    }

    /** Whether a post lasts: it began and has no end. */
    public boolean lasting(String entry) {
        return !value(entry + "/startDate").isEmpty()
                && value(entry + "/endDate").isEmpty();
    }

    /** What the form does not show of the résumé or of an entry, as JSON; empty where there is nothing. */
    public String base(String at) {
        if (!(document.at(pointer(at)) instanceof ObjectNode object)) {
            return "";
        }
        var steps = new ArrayList<>(List.of(at.substring(1).split("/")));
        var rest =
                steps.size() == 1 ? Remainder.ofResume(object) : Remainder.ofEntry(steps.get(steps.size() - 2), object);
        return rest.isEmpty() ? "" : rest.toString();
    }

    private static JsonPointer pointer(String at) {
        return JsonPointer.compile(at);
    }

    /** The values of a choice, with the person's own where it is none of them. */
    public List<String> choices(String at, String usual) {
        var choices = new ArrayList<>(List.of(usual.split(",")));
        var own = value(at);
        if (!own.isEmpty() && !choices.contains(own)) {
            choices.add(own);
        }
        return choices;
    }

    /** Whether there is anything. */
    public boolean filled(String at) {
        JsonNode json = document.at(pointer(at));
        return json.isContainerNode() ? !json.isEmpty() : !json.asText("").isBlank();
    }

    /** Whether a section is open: the one at work, and those with something to mend. */
    public boolean sectionOpen(String at) {
        return open.equals(at) || open.startsWith(at + "/") || errorWithin(at);
    }

    /** Whether an entry is open: the latest post, a new one, one with something to mend. */
    public boolean entryOpen(String at) {
        var list = document.at(pointer(at.substring(0, at.lastIndexOf('/'))));
        return at.equals("/resume/work/0") || open.startsWith(at + "/") || !filled(at) || errorWithin(at);
    }
}
