package io.capitune.cv.compose;

import java.util.List;

import io.capitune.cv.document.Section.Kind;
import io.capitune.cv.resume.ResumeProfile;
import org.jspecify.annotations.Nullable;

import static io.capitune.cv.document.Section.Kind.AWARDS;
import static io.capitune.cv.document.Section.Kind.CERTIFICATES;
import static io.capitune.cv.document.Section.Kind.EDUCATION;
import static io.capitune.cv.document.Section.Kind.INFORMATION;
import static io.capitune.cv.document.Section.Kind.INTERESTS;
import static io.capitune.cv.document.Section.Kind.LANGUAGES;
import static io.capitune.cv.document.Section.Kind.PROJECTS;
import static io.capitune.cv.document.Section.Kind.PUBLICATIONS;
import static io.capitune.cv.document.Section.Kind.SKILLS;
import static io.capitune.cv.document.Section.Kind.VOLUNTEER;
import static io.capitune.cv.document.Section.Kind.WORK;

/** Which section comes first: students show education, a change of career shows skills, researchers what they published. */
final class SectionOrder {

    private static final List<Kind> FRENCH = List.of(
            WORK,
            EDUCATION,
            SKILLS,
            LANGUAGES,
            CERTIFICATES,
            PROJECTS,
            VOLUNTEER,
            AWARDS,
            PUBLICATIONS,
            INFORMATION,
            INTERESTS);
    private static final List<Kind> ENGLISH = List.of(
            WORK,
            EDUCATION,
            SKILLS,
            CERTIFICATES,
            PROJECTS,
            LANGUAGES,
            VOLUNTEER,
            AWARDS,
            PUBLICATIONS,
            INFORMATION,
            INTERESTS);
    private static final List<Kind> STUDENT = List.of(
            EDUCATION,
            WORK,
            PROJECTS,
            SKILLS,
            LANGUAGES,
            CERTIFICATES,
            VOLUNTEER,
            AWARDS,
            PUBLICATIONS,
            INFORMATION,
            INTERESTS);
    private static final List<Kind> CAREER_CHANGE = List.of(
            SKILLS,
            WORK,
            EDUCATION,
            CERTIFICATES,
            PROJECTS,
            LANGUAGES,
            VOLUNTEER,
            AWARDS,
            PUBLICATIONS,
            INFORMATION,
            INTERESTS);
    private static final List<Kind> ACADEMIC = List.of(
            EDUCATION,
            WORK,
            PUBLICATIONS,
            AWARDS,
            PROJECTS,
            SKILLS,
            LANGUAGES,
            CERTIFICATES,
            VOLUNTEER,
            INFORMATION,
            INTERESTS);

    private SectionOrder() {}

    static List<Kind> of(@Nullable ResumeProfile profile, Wording wording) {
        return switch (profile) {
            case STUDENT -> STUDENT;
            case CAREER_CHANGE -> CAREER_CHANGE;
            case ACADEMIC -> ACADEMIC;
            case STANDARD -> standard(wording);
            case null -> standard(wording);
        };
    }

    private static List<Kind> standard(Wording wording) {
        return wording == Wording.FRENCH ? FRENCH : ENGLISH;
    }
}
