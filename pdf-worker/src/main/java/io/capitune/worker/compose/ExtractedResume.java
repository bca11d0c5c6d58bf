package io.capitune.worker.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.capitune.cv.resume.Resume;
import io.capitune.worker.compose.guard.Source;
import io.capitune.worker.compose.story.Extract;
import io.capitune.worker.compose.story.FactCheck;
import io.capitune.worker.compose.story.Identity;
import org.jspecify.annotations.Nullable;

/** A résumé of the facts that a text bears out. */
final class ExtractedResume {

    private final FactCheck check;
    private final Judgement judgement;

    ExtractedResume(FactCheck check, Judgement judgement) {
        this.check = check;
        this.judgement = judgement;
    }

    Resume of(Extract extract, String name, Identity identity, String summary) {
        var location = new Resume.Location(identity.postalCode(), identity.city(), null, null);
        var profiles = identity.urls().stream()
                .map(url -> new Resume.Profile(null, null, url))
                .toList();
        var basics = new Resume.Basics(
                name,
                check.fact(extract.label()),
                identity.email(),
                identity.phone(),
                null,
                summary.isBlank() ? null : summary,
                location,
                profiles);
        String licence = check.fact(extract.drivingLicence());
        return new Resume(
                basics,
                work(extract),
                volunteer(extract),
                education(extract),
                List.of(),
                certificates(extract),
                List.of(),
                skills(extract),
                languages(extract),
                check.facts(extract.interests()).stream()
                        .map(interest -> new Resume.Interest(interest, List.of()))
                        .toList(),
                projects(extract),
                licence == null ? null : new Resume.Meta(new Resume.Extras(licence, false, List.of(), null, null)));
    }

    private List<Resume.Work> work(Extract extract) {
        List<Resume.Work> work = new ArrayList<>();
        for (Extract.Post post : extract.work()) {
            String position = check.fact(post.position());
            String employer = check.fact(post.employer());
            if (position == null && employer == null) {
                continue;
            }
            String place = check.fact(post.place());
            String contract = check.fact(post.contract());
            String facts = facts(position, employer, place);
            work.add(new Resume.Work(
                    employer,
                    position,
                    place,
                    null,
                    null,
                    check.date(post.start(), position, employer),
                    check.date(post.end(), position, employer),
                    null,
                    lines("/work/" + work.size(), post.lines(), facts),
                    contract == null ? null : new Resume.PostMeta(new Resume.PostExtras(contract))));
        }
        return work;
    }

    private List<Resume.Volunteer> volunteer(Extract extract) {
        List<Resume.Volunteer> volunteer = new ArrayList<>();
        for (Extract.Engagement post : extract.volunteer()) {
            String position = check.fact(post.position());
            String organisation = check.fact(post.organisation());
            if (position != null || organisation != null) {
                volunteer.add(new Resume.Volunteer(
                        organisation,
                        position,
                        null,
                        null,
                        check.date(post.start(), position, organisation),
                        check.date(post.end(), position, organisation),
                        null,
                        lines("/volunteer/" + volunteer.size(), post.lines(), facts(position, organisation)),
                        null));
            }
        }
        return volunteer;
    }

    private List<Resume.Project> projects(Extract extract) {
        List<Resume.Project> projects = new ArrayList<>();
        for (Extract.Work project : extract.projects()) {
            String name = check.fact(project.name());
            if (name != null) {
                projects.add(new Resume.Project(
                        name,
                        null,
                        lines("/projects/" + projects.size(), project.lines(), name),
                        List.of(),
                        check.date(project.start(), name),
                        check.date(project.end(), name),
                        null,
                        List.of(),
                        null));
            }
        }
        return projects;
    }

    private List<Resume.Education> education(Extract extract) {
        List<Resume.Education> education = new ArrayList<>();
        for (Extract.Degree degree : extract.education()) {
            String title = check.fact(degree.degree());
            String area = check.fact(degree.area());
            String school = check.fact(degree.school());
            if (title != null || area != null || school != null) {
                education.add(new Resume.Education(
                        school,
                        check.fact(degree.place()),
                        null,
                        area,
                        title,
                        check.date(degree.start(), title, area, school),
                        check.date(degree.end(), title, area, school),
                        null,
                        List.of(),
                        null));
            }
        }
        return education;
    }

    private List<Resume.Skill> skills(Extract extract) {
        return extract.skills().stream()
                .map(group -> new Resume.Skill(check.fact(group.group()), null, check.facts(group.keywords())))
                .filter(group -> !group.keywords().isEmpty() || group.name() != null)
                .toList();
    }

    private List<Resume.Language> languages(Extract extract) {
        List<Resume.Language> languages = new ArrayList<>();
        for (Extract.Tongue tongue : extract.languages()) {
            String language = check.fact(tongue.language());
            if (language != null) {
                languages.add(new Resume.Language(language, check.near(tongue.level(), language), null));
            }
        }
        return languages;
    }

    private List<Resume.Certificate> certificates(Extract extract) {
        List<Resume.Certificate> certificates = new ArrayList<>();
        for (Extract.Certificate certificate : extract.certificates()) {
            String name = check.fact(certificate.name());
            if (name != null) {
                certificates.add(new Resume.Certificate(
                        name, check.date(certificate.date(), name), null, check.fact(certificate.issuer()), null));
            }
        }
        return certificates;
    }

    /** Each line in the model's words where the guard lets them pass, else in the text's. */
    private List<String> lines(String entry, List<Extract.Line> lines, String facts) {
        List<String> printed = new ArrayList<>();
        for (Extract.Line line : lines) {
            String own = check.fact(line.source());
            if (own != null) {
                String pointer = entry + "/highlights/" + printed.size();
                printed.add(judgement.judge(pointer, own, own, line.text(), Source.line(own, facts)));
            }
        }
        return printed;
    }

    private static String facts(@Nullable String... facts) {
        return Stream.of(facts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
