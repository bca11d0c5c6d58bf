package io.capitune.cvjob.page.form;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a submitted form says: the body of a submission, as the API takes it. */
public final class FormDocument {

    private static final Set<String> ROOTS =
            Set.of("resume", "text", "targetJob", "jobOffer", "language", "template", "pageSize");
    private static final int DEEPEST = 8;

    private FormDocument() {}

    /** Reads the fields whose names are pointers; empty entries are left out. */
    public static ObjectNode read(Map<String, List<String>> fields) {
        return read(fields, false);
    }

    /** Reads them with empty entries in their places, for a form that is edited further. */
    public static ObjectNode readWithBlanks(Map<String, List<String>> fields) {
        return read(fields, true);
    }

    private static ObjectNode read(Map<String, List<String>> fields, boolean blanks) {
        var tree = new FormTree();
        fields.forEach((name, values) -> {
            var path = path(name);
            if (path.size() <= DEEPEST && ROOTS.contains(path.getFirst()) && !values.isEmpty()) {
                tree.put(path, values.getLast());
            }
        });
        return tree.object(blanks);
    }

    private static List<String> path(String name) {
        return name.startsWith("/")
                ? List.of(name.substring(1).replace("#", "/#").split("/", DEEPEST + 1))
                : List.of(name);
    }
}
