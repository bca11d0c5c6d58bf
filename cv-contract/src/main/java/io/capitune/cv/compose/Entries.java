package io.capitune.cv.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.capitune.cv.document.Entry;
import io.capitune.cv.resume.PartialDate;
import io.capitune.cv.resume.Resume.Award;
import io.capitune.cv.resume.Resume.Education;
import io.capitune.cv.resume.Resume.Project;
import io.capitune.cv.resume.Resume.Publication;
import io.capitune.cv.resume.Resume.Volunteer;
import io.capitune.cv.resume.Resume.Work;
import org.jspecify.annotations.Nullable;

/**
 * Dated entries, newest first: what still lasts, then by end, then by start; equals and undated ones keep their order. Web pages
 * of employers and schools are not printed; those of projects and publications are.
 */
final class Entries {

    private static final PartialDate STILL = new PartialDate(9999, 0, 0);
    private static final PartialDate NEVER = new PartialDate(0, 0, 0);

    private final Wording wording;
    private final Dates dates;
    private final Degrees degrees;

    Entries(Wording wording) {
        this.wording = wording;
        this.dates = new Dates(wording);
        this.degrees = new Degrees(wording, dates);
    }

    List<Entry> work(List<Work> work) {
        return newestFirst(work, Work::startDate, Work::endDate)
                .map(post -> entry(
                        post.position(),
                        post.name(),
                        post.location(),
                        post.contract(),
                        dates.period(post.startDate(), post.endDate()),
                        null,
                        CvText.join(" · ", post.description(), post.summary()),
                        post.highlights()))
                .filter(Objects::nonNull)
                .toList();
    }

    List<Entry> volunteer(List<Volunteer> volunteer) {
        return newestFirst(volunteer, Volunteer::startDate, Volunteer::endDate)
                .map(post -> entry(
                        post.position(),
                        post.organization(),
                        post.location(),
                        post.contract(),
                        dates.period(post.startDate(), post.endDate()),
                        null,
                        post.summary(),
                        post.highlights()))
                .filter(Objects::nonNull)
                .toList();
    }

    List<Entry> education(List<Education> education) {
        return newestFirst(education, Education::startDate, Education::endDate)
                .map(degrees::entry)
                .filter(Objects::nonNull)
                .toList();
    }

    List<Entry> projects(List<Project> projects) {
        return newestFirst(projects, Project::startDate, Project::endDate)
                .map(project -> entry(
                        project.name(),
                        project.entity(),
                        null,
                        CvText.join(", ", project.roles().toArray(String[]::new)),
                        dates.period(project.startDate(), project.endDate()),
                        project.url(),
                        project.description(),
                        withKeywords(project)))
                .filter(Objects::nonNull)
                .toList();
    }

    List<Entry> awards(List<Award> awards) {
        return newestFirst(awards, award -> null, Award::date)
                .map(award -> entry(
                        award.title(),
                        award.awarder(),
                        null,
                        null,
                        dates.date(award.date()),
                        null,
                        award.summary(),
                        List.of()))
                .filter(Objects::nonNull)
                .toList();
    }

    List<Entry> publications(List<Publication> publications) {
        return newestFirst(publications, publication -> null, Publication::releaseDate)
                .map(publication -> entry(
                        publication.name(),
                        publication.publisher(),
                        null,
                        null,
                        dates.date(publication.releaseDate()),
                        publication.url(),
                        publication.summary(),
                        List.of()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** An entry, its organisation standing for a missing title; null where neither is known and nothing else says anything. */
    static @Nullable Entry entry(
            @Nullable String title,
            @Nullable String organisation,
            @Nullable String place,
            @Nullable String contract,
            @Nullable String dates,
            @Nullable String url,
            @Nullable String summary,
            List<String> lines) {
        String head = CvText.orNull(title);
        String by = CvText.orNull(organisation);
        String opening = CvText.orNull(summary);
        List<String> said = CvText.lines(lines);
        if (head == null) {
            head = by;
            by = null;
        }
        if (head == null) {
            head = opening;
            opening = null;
        }
        if (head == null && !said.isEmpty()) {
            head = said.getFirst();
            said = said.subList(1, said.size());
        }
        return head == null
                ? null
                : new Entry(
                        head,
                        by,
                        CvText.orNull(place),
                        CvText.orNull(contract),
                        dates,
                        Contacts.absolute(url),
                        opening,
                        said);
    }

    private List<String> withKeywords(Project project) {
        List<String> lines = new ArrayList<>(project.highlights());
        List<String> keywords = CvText.lines(project.keywords());
        if (!keywords.isEmpty()) {
            lines.add(wording.labelled("Mots-clés", "Keywords", String.join(", ", keywords)));
        }
        return lines;
    }

    private static <T> Stream<T> newestFirst(
            List<T> entries, Function<T, @Nullable PartialDate> start, Function<T, @Nullable PartialDate> end) {
        Comparator<T> byEnd = Comparator.comparing(entry -> {
            PartialDate to = end.apply(entry);
            if (to != null) {
                return to;
            }
            return start.apply(entry) == null ? NEVER : STILL;
        });
        Comparator<T> byStart = Comparator.comparing(entry -> Objects.requireNonNullElse(start.apply(entry), NEVER));
        return entries.stream().sorted(byEnd.thenComparing(byStart).reversed());
    }
}
