package io.capitune.platform.error;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The body of every error of an API: RFC 9457 with our stable {@code code}.
 *
 * @param type {@code about:blank}: the code, not the type, tells problems apart
 * @param title the status in words
 * @param detail what happened, for a person
 * @param code stable, upper case
 * @param errors per field, on 422
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {

    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail, List<FieldError> errors) {
        return new Problem("about:blank", Statuses.title(status), status, detail, code, List.copyOf(errors));
    }
}
