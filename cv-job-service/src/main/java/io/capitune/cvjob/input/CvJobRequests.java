package io.capitune.cvjob.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads submissions from JSON, strictly: no unknown field at the root, no number where text belongs. */
@ApplicationScoped
public class CvJobRequests {

    /** The largest body, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final String RESUME = "resume";
    private static final Set<String> TEXTS =
            Set.of("text", "targetJob", "jobOffer", "language", "template", "pageSize");
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /**
     * The submission in a body.
     *
     * @param language {@code fr} or {@code en}, of the details
     * @throws ProblemException 413, 400 {@code MALFORMED}, or 422 that names the unknown and mistyped fields
     */
    public CvJobRequest read(byte[] body, String language) {
        if (body.length > MAX_BYTES) {
            throw new ProblemException(413, "TOO_LARGE", "A submission has at most 256 KiB.");
        }
        var root = parse(body);
        var errors = check(root, language);
        if (!errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
        var resume = root.get(RESUME);
        return new CvJobRequest(
                resume == null || resume.isNull() ? null : resume,
                text(root, "text"),
                text(root, "targetJob"),
                text(root, "jobOffer"),
                text(root, "language"),
                text(root, "template"),
                text(root, "pageSize"));
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode root = JSON.readValue(body);
            if (root != null && !root.isMissingNode()) {
                return root;
            }
        } catch (IOException malformed) {
            // Told below; the parser's own words quote the input.
        }
        throw new ProblemException(400, "MALFORMED", "The body is not JSON.");
    }

    private static List<FieldError> check(JsonNode root, String language) {
        if (!root.isObject()) {
            return List.of(InputRule.OBJECT.at("", language));
        }
        var errors = new ArrayList<FieldError>();
        root.properties().forEach(member -> {
            var pointer = "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            var isText = TEXTS.contains(member.getKey());
            if (!isText && !member.getKey().equals(RESUME)) {
                errors.add(InputRule.UNKNOWN.at(pointer, language));
            } else if (isText
                    && !member.getValue().isTextual()
                    && !member.getValue().isNull()) {
                errors.add(InputRule.TEXT.at(pointer, language));
            }
        });
        return errors;
    }

    private static @Nullable String text(JsonNode root, String name) {
        var value = root.get(name);
        return value == null ? null : value.textValue();
    }
}
