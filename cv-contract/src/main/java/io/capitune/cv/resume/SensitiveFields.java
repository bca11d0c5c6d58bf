package io.capitune.cv.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Finds what other tools export and no CV should ask: birth, family, nationality, numbers of social security and banks, beliefs,
 * health. Such fields are outside JSON Resume and are never printed; this is for telling the person so.
 */
public final class SensitiveFields {

    private static final Set<String> NAMES = Set.of(
            "birthdate",
            "dateofbirth",
            "birthday",
            "dob",
            "datedenaissance",
            "birthplace",
            "lieudenaissance",
            "age",
            "nationality",
            "nationalities",
            "nationalite",
            "nationalité",
            "maritalstatus",
            "civilstatus",
            "children",
            "situationfamiliale",
            "enfants",
            "gender",
            "sex",
            "sexe",
            "religion",
            "union",
            "syndicat",
            "politics",
            "ssn",
            "socialsecuritynumber",
            "nir",
            "numerosecuritesociale",
            "iban",
            "bic",
            "bankaccount",
            "health",
            "sante",
            "santé",
            "disability",
            "handicap",
            "ethnicity",
            "race");

    private SensitiveFields() {}

    /** JSON pointers of the fields that hold such data, in document order. */
    public static List<String> in(JsonNode resume) {
        List<String> found = new ArrayList<>();
        walk(resume, "", found);
        return found;
    }

    private static void walk(JsonNode node, String pointer, List<String> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            String name = member.getKey().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
            if (NAMES.contains(name) && !member.getValue().isNull()) {
                found.add(at);
            } else {
                walk(member.getValue(), at, found);
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer + "/" + i, found);
            }
        }
    }
}
