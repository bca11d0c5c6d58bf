package io.capitune.worker.compose.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.capitune.cv.resume.PartialDate;
import io.capitune.cv.resume.Resume;
import org.jspecify.annotations.Nullable;

/** All that a résumé says of a career as running text: what an opening summary may draw on. Name, contacts and extras stay out. */
public final class CareerText {

    private CareerText() {}

    /** One fact a line. */
    public static String of(Resume resume) {
        List<String> facts = new ArrayList<>();
        add(facts, resume.basics().label(), resume.basics().summary());
        resume.work().forEach(post -> {
            add(
                    facts,
                    post.position(),
                    post.name(),
                    post.location(),
                    post.description(),
                    post.summary(),
                    year(post.startDate()),
                    year(post.endDate()));
            facts.addAll(post.highlights());
        });
        resume.volunteer().forEach(post -> {
            add(
                    facts,
                    post.position(),
                    post.organization(),
                    post.summary(),
                    year(post.startDate()),
                    year(post.endDate()));
            facts.addAll(post.highlights());
        });
        resume.projects().forEach(project -> {
            add(facts, project.name(), project.entity(), project.description());
            facts.addAll(project.highlights());
            facts.addAll(project.keywords());
        });
        resume.education().forEach(degree -> {
            add(facts, degree.studyType(), degree.area(), degree.institution(), degree.score(), year(degree.endDate()));
            facts.addAll(degree.courses());
        });
        facts.addAll(skills(resume));
        resume.languages().forEach(language -> {
            var extras = language.meta() == null ? null : language.meta().capitune();
            add(
                    facts,
                    String.join(
                            " ",
                            Objects.requireNonNullElse(language.language(), ""),
                            extras == null || extras.cefr() == null
                                    ? Objects.requireNonNullElse(language.fluency(), "")
                                    : extras.cefr()));
        });
        resume.certificates()
                .forEach(certificate -> add(facts, certificate.name(), certificate.issuer(), year(certificate.date())));
        return facts.stream().filter(fact -> !fact.isBlank()).collect(Collectors.joining("\n"));
    }

    /** Names and keywords of the skills. */
    public static List<String> skills(Resume resume) {
        List<String> skills = new ArrayList<>();
        resume.skills().forEach(skill -> {
            add(skills, skill.name());
            skills.addAll(skill.keywords());
        });
        return skills;
    }

    private static @Nullable String year(@Nullable PartialDate date) {
        return date == null ? null : String.valueOf(date.year());
    }

    private static void add(List<String> facts, @Nullable String... texts) {
        Collections.addAll(facts, Arrays.stream(texts).filter(Objects::nonNull).toArray(String[]::new));
    }
}
