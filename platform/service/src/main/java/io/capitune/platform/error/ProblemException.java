package io.capitune.platform.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}: as JSON for an API call, as a page for a person. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient List<FieldError> errors = new ArrayList<>();

    /** A problem with its HTTP status, stable code, and words for a person. */
    public ProblemException(int status, String code, String detail) {
        this(status, code, detail, null);
    }

    /** The same, with what led to it for the log. */
    public ProblemException(int status, String code, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.code = code;
    }

    /** 404: also for what exists but is somebody else's. */
    public static ProblemException notFound() {
        return new ProblemException(404, "NOT_FOUND", Statuses.detail(404));
    }

    /** 503: something that is needed does not answer, and another try in a moment may succeed. */
    public static ProblemException unavailable() {
        return new ProblemException(503, "UNAVAILABLE", Statuses.detail(503)).header("Retry-After", "2");
    }

    /** 422 {@code VALIDATION_FAILED}, naming each field. */
    public static ProblemException validation(List<FieldError> errors) {
        var problem = new ProblemException(422, "VALIDATION_FAILED", "Some fields need attention.");
        problem.errors.addAll(errors);
        return problem;
    }

    /** Adds a response header, such as {@code Retry-After}. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds a field's error. */
    public ProblemException error(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return this;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** Headers for the response. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What is wrong, field by field. */
    public List<FieldError> errors() {
        return errors;
    }

    Problem toProblem() {
        var detail = getMessage();
        return Problem.of(status, code, detail == null ? Statuses.detail(status) : detail, errors);
    }
}
