package io.capitune.cvjob;

import java.util.HashMap;
import java.util.Map;

/** Submissions. */
public final class Bodies {

    private Bodies() {}

    public static Map<String, Object> minimal() {
        return named("Léa Martin");
    }

    public static Map<String, Object> named(String name) {
        return with("resume", Map.of("basics", Map.of("name", name, "label", "Aide-soignante")), Map.of());
    }

    /** The minimal submission with one root member more, or another value of it. */
    public static Map<String, Object> with(String member, Object value) {
        return with(member, value, minimal());
    }

    public static Map<String, Object> text(String text) {
        return with("text", text, Map.of());
    }

    private static Map<String, Object> with(String member, Object value, Map<String, Object> others) {
        var body = new HashMap<>(others);
        body.put(member, value);
        return body;
    }
}
