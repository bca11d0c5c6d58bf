package io.capitune.cvjob.submit;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.input.CvJobRequest;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.random.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * A request that its sender wants done once, however often it arrives (IETF draft-ietf-httpapi-idempotency-key-header).
 *
 * @param id of account and key together
 * @param digest of what is asked: SHA-256 of its canonical JSON, in which the order of members does not count
 */
public record Once(String id, String digest) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * The sender's wish; null where no key was sent.
     *
     * @param act what the body is for, such as {@code submit}
     * @throws ProblemException 400 for a key that is not 1 to 255 visible ASCII characters
     */
    public static @Nullable Once of(Caller caller, @Nullable String key, String act, CvJobRequest request) {
        if (key == null) {
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(400, "MALFORMED", "Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        return new Once(Hashes.sha256(caller.id() + "\n" + key), Hashes.sha256(act + "\n" + canonical(request)));
    }

    private static String canonical(CvJobRequest request) {
        // A tree keeps its order whatever the mapper is told; maps are sorted.
        return CANONICAL
                .valueToTree(CANONICAL.convertValue(request, Object.class))
                .toString();
    }
}
