package io.capitune.cvjob.operate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.UriInfo;

import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.OperatedJobs.Selection;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what an operator selects jobs by; every mistake at once, as 422. */
final class Selections {

    private static final String LIMIT = "/limit";
    private static final List<CvJobStatus> STATES =
            List.of(CvJobStatus.QUEUED, CvJobStatus.RUNNING, CvJobStatus.FAILED);

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Refuses names that are none of these, and names without a value: what is mistyped would select more than was meant.
     *
     * @throws ProblemException 422, naming each
     */
    static void known(UriInfo asked, Set<String> names) {
        var errors = new ArrayList<FieldError>();
        asked.getQueryParameters().forEach((name, values) -> {
            if (!names.contains(name)) {
                errors.add(new FieldError("/" + name, "There are: " + String.join(", ", new TreeSet<>(names)) + "."));
            } else if (values.stream().anyMatch(String::isBlank)) {
                errors.add(new FieldError("/" + name, "Has no value."));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
    }

    /** The selection; failed jobs where no state is named. */
    static Selection of(
            @Nullable String status, @Nullable String code, @Nullable String within, @Nullable String olderThan) {
        var reader = new Selections();
        var selected = reader.one("/status", status, STATES);
        var failure = reader.one("/code", code, List.of(FailureCode.values()));
        var newest = reader.seconds("/withinSeconds", within);
        var oldest = reader.seconds("/olderThanSeconds", olderThan);
        if (!reader.errors.isEmpty()) {
            throw ProblemException.validation(reader.errors);
        }
        return new Selection(selected == null ? CvJobStatus.FAILED : selected, failure, newest, oldest);
    }

    /**
     * The same for what is done to all of them: whoever names nothing has forgotten something.
     *
     * @throws ProblemException 400 {@code SELECTION_MISSING}
     */
    static Selection named(@Nullable String status, @Nullable String code, @Nullable String olderThan) {
        if (status == null && code == null && olderThan == null) {
            throw new ProblemException(
                    400, "SELECTION_MISSING", "Nothing was done. Say which jobs: status, code or olderThanSeconds.");
        }
        return of(status, code, null, olderThan);
    }

    /** A number of jobs, {@code most} where none is named. */
    static int limit(@Nullable String text, int most) {
        if (text == null) {
            return most;
        }
        var number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw ProblemException.validation(List.of(new FieldError(LIMIT, "From 1 to " + most + ".")));
        }
        return number;
    }

    private <E extends Enum<E>> @Nullable E one(String pointer, @Nullable String text, List<E> known) {
        if (text == null) {
            return null;
        }
        var found =
                known.stream().filter(one -> one.name().equalsIgnoreCase(text)).findFirst();
        if (found.isEmpty()) {
            errors.add(new FieldError(pointer, "There are: " + names(known) + "."));
        }
        return found.orElse(null);
    }

    private static <E extends Enum<E>> String names(List<E> known) {
        var asWritten = known.stream().map(Enum::name).toList();
        return known.equals(STATES)
                ? asWritten.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))
                : String.join(", ", asWritten);
    }

    private @Nullable Duration seconds(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            errors.add(new FieldError(pointer, "A number of seconds."));
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
