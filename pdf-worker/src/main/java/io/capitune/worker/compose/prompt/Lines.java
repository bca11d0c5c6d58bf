package io.capitune.worker.compose.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.capitune.cv.resume.PartialDate;
import io.capitune.cv.resume.Resume;
import org.jspecify.annotations.Nullable;

/** The lines of a résumé that may be rewritten, each with an id for the model, a pointer for the person, and its entry's facts. */
public record Lines(List<EntryLines> entries) {

    private static final int MOST_LINES = 60;

    /**
     * One entry with what may be rewritten of it.
     *
     * @param id such as {@code w0}
     * @param facts what stays as it is: post, employer, place, dates
     */
    public record EntryLines(String id, String kind, String facts, List<Line> lines) {}

    /**
     * @param id such as {@code w0.h1}
     * @param pointer JSON pointer into the résumé
     */
    public record Line(String id, String pointer, String text) {}

    /** Of posts, volunteering and projects, in the résumé's order. */
    public static Lines of(Resume resume) {
        List<EntryLines> entries = new ArrayList<>();
        for (int i = 0; i < resume.work().size(); i++) {
            var post = resume.work().get(i);
            String facts = facts(
                    post.position(),
                    post.name(),
                    post.location(),
                    post.description(),
                    post.contract(),
                    post.startDate(),
                    post.endDate());
            entries.add(entry("w" + i, "work", "/work/" + i, facts, post.summary(), "summary", post.highlights()));
        }
        for (int i = 0; i < resume.volunteer().size(); i++) {
            var post = resume.volunteer().get(i);
            String facts =
                    facts(post.position(), post.organization(), post.location(), post.startDate(), post.endDate());
            entries.add(entry(
                    "v" + i, "volunteer", "/volunteer/" + i, facts, post.summary(), "summary", post.highlights()));
        }
        for (int i = 0; i < resume.projects().size(); i++) {
            var project = resume.projects().get(i);
            String facts = facts(
                    project.name(),
                    project.entity(),
                    String.join(", ", project.roles()),
                    String.join(", ", project.keywords()),
                    project.startDate(),
                    project.endDate());
            entries.add(entry(
                    "p" + i,
                    "project",
                    "/projects/" + i,
                    facts,
                    project.description(),
                    "description",
                    project.highlights()));
        }
        return new Lines(within(entries));
    }

    /** An answer has a limited length, so the last lines of a very long résumé stay as they are. */
    private static List<EntryLines> within(List<EntryLines> entries) {
        List<EntryLines> kept = new ArrayList<>();
        int room = MOST_LINES;
        for (EntryLines entry : entries) {
            List<Line> lines =
                    entry.lines().subList(0, Math.min(room, entry.lines().size()));
            kept.add(new EntryLines(entry.id(), entry.kind(), entry.facts(), lines));
            room -= lines.size();
        }
        return kept;
    }

    private static EntryLines entry(
            String id,
            String kind,
            String pointer,
            String facts,
            @Nullable String summary,
            String summaryField,
            List<String> highlights) {
        List<Line> lines = new ArrayList<>();
        if (summary != null && !summary.isBlank()) {
            lines.add(new Line(id + ".s", pointer + "/" + summaryField, summary));
        }
        for (int i = 0; i < highlights.size(); i++) {
            if (!highlights.get(i).isBlank()) {
                lines.add(new Line(id + ".h" + i, pointer + "/highlights/" + i, highlights.get(i)));
            }
        }
        return new EntryLines(id, kind, facts, lines);
    }

    private static String facts(@Nullable Object... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .map(part -> part instanceof PartialDate date
                        ? String.valueOf(date.year())
                        : part.toString().strip())
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
