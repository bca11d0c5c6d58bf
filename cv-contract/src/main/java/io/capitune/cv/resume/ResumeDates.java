package io.capitune.cv.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** What a schema cannot say of dates: that they exist, lie in a life's span, and that an end follows its start. */
final class ResumeDates {

    private static final List<String> PERIODS = List.of("work", "volunteer", "education", "projects");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;

    private final String language;
    private final List<ResumeProblem> problems = new ArrayList<>();

    private ResumeDates(String language) {
        this.language = language;
    }

    static List<ResumeProblem> check(JsonNode resume, String language) {
        ResumeDates dates = new ResumeDates(language);
        for (String section : PERIODS) {
            dates.entries(resume, section).forEach(dates::period);
        }
        dates.entries(resume, "awards").forEach(award -> dates.date(award, "/date"));
        dates.entries(resume, "publications").forEach(publication -> dates.date(publication, "/releaseDate"));
        dates.entries(resume, "certificates").forEach(certificate -> {
            dates.date(certificate, "/date");
            dates.date(certificate, "/meta/capitune/validUntil");
        });
        return dates.problems;
    }

    private record At(String pointer, JsonNode entry) {}

    private List<At> entries(JsonNode resume, String section) {
        List<At> entries = new ArrayList<>();
        int index = 0;
        for (JsonNode entry : resume.path(section)) {
            entries.add(new At("/" + section + "/" + index++, entry));
        }
        return entries;
    }

    private void period(At at) {
        Optional<PartialDate> start = date(at, "/startDate");
        Optional<PartialDate> end = date(at, "/endDate");
        if (start.isPresent() && end.isPresent() && end.get().surelyBefore(start.get())) {
            problems.add(ResumeRule.ORDER.at(at.pointer() + "/endDate", language));
        }
    }

    /** The date, where there is one of the right form; the schema has already refused any other form. */
    private Optional<PartialDate> date(At at, String field) {
        String text = at.entry().at(field).asText("");
        if (!text.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?")) {
            return Optional.empty();
        }
        try {
            PartialDate date = PartialDate.of(text);
            if (date.year() < EARLIEST || date.year() > LATEST) {
                problems.add(ResumeRule.DATE_RANGE.at(at.pointer() + field, language));
                return Optional.empty();
            }
            return Optional.of(date);
        } catch (IllegalArgumentException noSuchDay) {
            problems.add(ResumeRule.DATE.at(at.pointer() + field, language));
            return Optional.empty();
        }
    }
}
