package io.capitune.cv.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.capitune.cv.document.Entry;
import io.capitune.cv.resume.Resume.Education;
import org.jspecify.annotations.Nullable;

/** Degrees and trainings: the title as the school gives it, its level in the French register, grades where given. */
final class Degrees {

    /** BSc, MA, PhD, BTS, CAP: English puts the subject right behind these, French behind all. */
    private static final Pattern ABBREVIATION = Pattern.compile("[\\p{L}.]{2,5}( \\(Hons\\))?");

    private static final Pattern LONG_DEGREE =
            Pattern.compile("(?i)(Bachelor|Master|Doctor|Associate|Diploma|Certificate|Degree).*");
    private static final Pattern FIGURE = Pattern.compile("\\d+([.,]\\d+)?\\s*(/\\s*\\d+([.,]\\d+)?|%)?");
    private static final int SHORT_COURSE = 60;

    private final Wording wording;
    private final Dates dates;

    Degrees(Wording wording, Dates dates) {
        this.wording = wording;
        this.dates = dates;
    }

    @Nullable
    Entry entry(Education education) {
        return Entries.entry(
                title(education),
                education.institution(),
                education.location(),
                null,
                dates.period(education.startDate(), education.endDate()),
                null,
                score(education),
                courses(education));
    }

    private @Nullable String title(Education education) {
        String title = subject(CvText.orNull(education.studyType()), CvText.orNull(education.area()));
        Integer level = education.rncpLevel();
        if (title == null || level == null || title.contains("RNCP")) {
            return title;
        }
        return title + " (" + wording.rncp(level) + ")";
    }

    private @Nullable String subject(@Nullable String degree, @Nullable String area) {
        if (degree == null || area == null) {
            return degree == null ? area : degree;
        }
        if (says(degree, area)) {
            return degree;
        }
        if (says(area, degree)) {
            return area;
        }
        return degree + joint(degree, area) + area;
    }

    /** French puts the subject right behind the degree, English behind an abbreviation; asides keep their comma. */
    private String joint(String degree, String area) {
        boolean aside = degree.contains(",") || area.toLowerCase(Locale.ROOT).startsWith("mention");
        if (wording == Wording.FRENCH) {
            return aside ? ", " : " ";
        }
        if (ABBREVIATION.matcher(degree).matches()) {
            return " ";
        }
        return !aside && LONG_DEGREE.matcher(degree).matches() ? " in " : ", ";
    }

    private static boolean says(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private @Nullable String score(Education education) {
        String score = CvText.orNull(education.score());
        return score == null || !FIGURE.matcher(score).matches() ? score : wording.labelled("Note", "Grade", score);
    }

    /** Short courses share a line; long ones have their own. */
    private List<String> courses(Education education) {
        List<String> courses = new ArrayList<>(CvText.lines(education.courses()));
        if (courses.size() < 2 || courses.stream().anyMatch(course -> course.length() > SHORT_COURSE)) {
            return courses;
        }
        return List.of(wording.labelled("Enseignements", "Courses", String.join(", ", courses)));
    }
}
