package io.capitune.worker.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.capitune.cv.resume.Resume;
import io.capitune.cv.resume.Resume.Project;
import io.capitune.cv.resume.Resume.Skill;
import io.capitune.cv.resume.Resume.Volunteer;
import io.capitune.cv.resume.Resume.Work;
import org.jspecify.annotations.Nullable;

/** A résumé with some of its prose replaced and its skills in another order; everything else stays the person's. */
final class ResumeEdits {

    private final Map<String, String> prose = new HashMap<>();
    private List<String> skillOrder = List.of();

    /** @param pointer JSON pointer of a summary, a description or a highlight */
    void replace(String pointer, String text) {
        prose.put(pointer, text);
    }

    /** @param ids {@code s0} for groups, {@code s0.k1} for keywords; what is not named keeps its place at the end */
    void order(List<String> ids) {
        skillOrder = List.copyOf(ids);
    }

    Resume apply(Resume resume) {
        var b = resume.basics();
        var basics = new Resume.Basics(
                b.name(),
                b.label(),
                b.email(),
                b.phone(),
                b.url(),
                text("/basics/summary", b.summary()),
                b.location(),
                b.profiles());
        return new Resume(
                basics,
                each(resume.work(), this::work),
                each(resume.volunteer(), this::volunteer),
                resume.education(),
                resume.awards(),
                resume.certificates(),
                resume.publications(),
                skills(resume.skills()),
                resume.languages(),
                resume.interests(),
                each(resume.projects(), this::project),
                resume.meta());
    }

    private Work work(int i, Work w) {
        String at = "/work/" + i;
        return new Work(
                w.name(),
                w.position(),
                w.location(),
                w.description(),
                w.url(),
                w.startDate(),
                w.endDate(),
                text(at + "/summary", w.summary()),
                lines(at, w.highlights()),
                w.meta());
    }

    private Volunteer volunteer(int i, Volunteer v) {
        String at = "/volunteer/" + i;
        return new Volunteer(
                v.organization(),
                v.position(),
                v.location(),
                v.url(),
                v.startDate(),
                v.endDate(),
                text(at + "/summary", v.summary()),
                lines(at, v.highlights()),
                v.meta());
    }

    private Project project(int i, Project p) {
        String at = "/projects/" + i;
        return new Project(
                p.name(),
                text(at + "/description", p.description()),
                lines(at, p.highlights()),
                p.keywords(),
                p.startDate(),
                p.endDate(),
                p.url(),
                p.roles(),
                p.entity());
    }

    private List<String> lines(String entry, List<String> lines) {
        return each(lines, (i, line) -> prose.getOrDefault(entry + "/highlights/" + i, line));
    }

    private @Nullable String text(String pointer, @Nullable String own) {
        return prose.getOrDefault(pointer, own);
    }

    private List<Skill> skills(List<Skill> skills) {
        return IntStream.range(0, skills.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank("s" + i)))
                .map(i -> new Skill(
                        skills.get(i).name(),
                        skills.get(i).level(),
                        keywords("s" + i, skills.get(i).keywords())))
                .toList();
    }

    private List<String> keywords(String group, List<String> keywords) {
        return IntStream.range(0, keywords.size())
                .boxed()
                .sorted(Comparator.comparingInt(k -> rank(group + ".k" + k)))
                .map(keywords::get)
                .toList();
    }

    private int rank(String id) {
        int rank = skillOrder.indexOf(id);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    private interface Edit<T> {
        T apply(int index, T own);
    }

    private static <T> List<T> each(List<T> own, Edit<T> edit) {
        List<T> edited = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            edited.add(edit.apply(i, own.get(i)));
        }
        return edited;
    }
}
