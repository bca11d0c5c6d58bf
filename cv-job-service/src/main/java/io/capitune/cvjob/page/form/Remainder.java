package io.capitune.cvjob.page.form;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a form carries along unseen, so that nothing of an imported résumé is lost. */
final class Remainder {

    private static final Set<String> DATED =
            Set.of("name", "position", "organization", "location", "startDate", "endDate", "summary", "highlights");
    private static final Map<String, Set<String>> SHOWN = Map.of(
            "work", DATED,
            "volunteer", DATED,
            "education",
                    Set.of("institution", "location", "area", "studyType", "startDate", "endDate", "score", "courses"),
            "skills", Set.of("name", "keywords"),
            "languages", Set.of("language", "fluency"),
            "certificates", Set.of("name", "date", "issuer"),
            "projects",
                    Set.of("name", "entity", "url", "startDate", "endDate", "description", "highlights", "keywords"),
            "interests", Set.of("name", "keywords"),
            "profiles", Set.of("network", "url"));
    private static final Set<String> BASICS = Set.of("name", "label", "email", "phone", "url", "summary", "profiles");

    private Remainder() {}

    /** Of a whole résumé: all but the lists that the form shows entry by entry. */
    static ObjectNode ofResume(ObjectNode resume) {
        var rest = resume.deepCopy();
        rest.remove(SHOWN.keySet());
        if (rest.path("basics") instanceof ObjectNode basics) {
            basics.remove(BASICS);
        }
        if (rest.at("/meta/capitune") instanceof ObjectNode extras) {
            extras.remove("information");
        }
        return rest;
    }

    /** Of one entry of the list {@code list}. */
    static ObjectNode ofEntry(String list, JsonNode entry) {
        var rest = ((ObjectNode) entry).deepCopy();
        rest.remove(SHOWN.getOrDefault(list, Set.of()));
        return rest;
    }
}
