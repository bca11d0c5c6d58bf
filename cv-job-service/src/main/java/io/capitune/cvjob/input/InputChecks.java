package io.capitune.cvjob.input;

import java.util.ArrayList;
import java.util.List;

import io.capitune.cv.resume.ResumeValidator;
import io.capitune.platform.error.FieldError;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one submission. */
final class InputChecks {

    private final String language;
    private final List<FieldError> errors = new ArrayList<>();

    InputChecks(String language) {
        this.language = language;
    }

    void add(FieldError error) {
        errors.add(error);
    }

    void add(InputRule rule, String pointer) {
        errors.add(rule.at(pointer, language));
    }

    /** Free text: at most {@code limit} characters (code points), nothing that no keyboard types. */
    void text(String pointer, @Nullable String value, int limit) {
        if (value == null) {
            return;
        }
        if (value.codePointCount(0, value.length()) > limit) {
            errors.add(InputRule.TOO_LONG.at(pointer, language, limit));
        }
        if (ResumeValidator.hasControlCharacters(value)) {
            errors.add(InputRule.CONTROL.at(pointer, language));
        }
    }

    /** One of a closed set; absent takes the default. */
    void choice(String pointer, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            errors.add(InputRule.CHOICE.at(pointer, language, String.join(", ", known)));
        }
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
