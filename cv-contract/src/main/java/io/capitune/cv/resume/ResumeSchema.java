package io.capitune.cv.resume;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** What a JSON Schema can say of a résumé: shapes, lengths, counts, the form of dates and addresses. */
final class ResumeSchema {

    private static final String FILE = "/schema/resume.schema.json";

    private final Schema schema = load();

    List<ResumeProblem> check(JsonNode resume, String language) {
        // The validator speaks Jackson 3 and we Jackson 2, so the text goes between them.
        return schema.validate(resume.toString(), InputFormat.JSON).stream()
                .map(error -> problem(error, language))
                .toList();
    }

    private static ResumeProblem problem(Error error, String language) {
        String at = error.getInstanceLocation().toString();
        String where = at.equals("/") ? "" : at;
        return switch (error.getKeyword()) {
            case "required" -> ResumeRule.REQUIRED.at(member(where, error.getProperty()), language);
            case "additionalProperties" -> ResumeRule.UNKNOWN.at(member(where, error.getProperty()), language);
            case "minLength" -> ResumeRule.REQUIRED.at(where, language);
            case "maxLength" -> ResumeRule.TOO_LONG.at(where, language, limit(error));
            case "maxItems" -> ResumeRule.TOO_MANY.at(where, language, limit(error));
            case "type" -> ResumeRule.ofType(error.getSchemaNode().asString("")).at(where, language);
            case "pattern" -> pattern(error).at(where, language);
            case "minimum", "maximum" -> ResumeRule.OUT_OF_RANGE.at(where, language);
            case "enum" -> ResumeRule.CHOICE.at(where, language);
            default -> ResumeRule.OTHER.at(where, language);
        };
    }

    private static ResumeRule pattern(Error error) {
        String rule = error.getSchemaLocation().toString();
        if (rule.contains("/$defs/date")) {
            return ResumeRule.DATE;
        }
        if (rule.contains("/$defs/email")) {
            return ResumeRule.EMAIL;
        }
        if (rule.contains("/$defs/url")) {
            return ResumeRule.URL;
        }
        return rule.contains("/$defs/country") ? ResumeRule.COUNTRY : ResumeRule.CEFR;
    }

    private static String limit(Error error) {
        return error.getSchemaNode().asString("");
    }

    private static String member(String object, String property) {
        return object + "/" + property.replace("~", "~0").replace("/", "~1");
    }

    private static Schema load() {
        try (InputStream file = ResumeSchema.class.getResourceAsStream(FILE)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(file, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
