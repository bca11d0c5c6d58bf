package io.capitune.cvjob.page.form;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A button of the form that changes its entries, for browsers without script.
 *
 * @param what {@code add} to a list, or {@code remove}, {@code up}, {@code down} of one of its entries
 */
public record FormAction(String what, String list, int index) {

    private static final Pattern FORM =
            Pattern.compile("(add) (/resume(?:/\\w+)+)|(remove|up|down) (/resume(?:/\\w+)+)/(\\d{1,3})");
    private static final int MOST_ENTRIES = 60;

    /** Reads a button's value such as {@code up /resume/work/1}. */
    public static Optional<FormAction> of(String button) {
        var form = FORM.matcher(button);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                form.group(1) != null
                        ? new FormAction("add", form.group(2), -1)
                        : new FormAction(form.group(3), form.group(4), Integer.parseInt(form.group(5))));
    }

    /** Changes the document; an action that points nowhere changes nothing. */
    public void applyTo(ObjectNode document) {
        var list = "add".equals(what) ? made(document) : document.at(list());
        if (!(list instanceof ArrayNode entries)) {
            return;
        }
        switch (what) {
            case "add" -> add(entries);
            case "remove" -> entries.remove(index);
            case "up" -> move(entries, index, index - 1);
            default -> move(entries, index, index + 1);
        }
    }

    private void add(ArrayNode entries) {
        if (entries.size() >= MOST_ENTRIES) {
            return;
        }
        var name = list.substring(list.lastIndexOf('/') + 1);
        if (FormView.LINES.contains(name)) {
            entries.add("");
        } else {
            entries.addObject();
        }
    }

    private JsonNode made(ObjectNode document) {
        return document.withArray(JsonPointer.compile(list));
    }

    private static void move(ArrayNode entries, int from, int to) {
        if (from < entries.size() && to >= 0 && to < entries.size()) {
            entries.insert(to, entries.remove(from));
        }
    }
}
