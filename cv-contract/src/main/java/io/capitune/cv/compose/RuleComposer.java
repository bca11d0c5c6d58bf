package io.capitune.cv.compose;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import io.capitune.cv.document.Section.Kind;
import io.capitune.cv.resume.Resume;
import io.capitune.cv.resume.Resume.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a CV of a résumé by rules alone: it orders, dates and labels, and changes none of the person's words but their white space.
 * The same résumé gives the same CV.
 */
@ApplicationScoped
public class RuleComposer {

    private static final Set<String> SAFETY = Set.of("habilitation", "CACES", "SST");

    /**
     * Composes a CV.
     *
     * @param targetJob the post applied for, which becomes the title; null or blank takes {@code basics.label}
     * @param language {@code fr} or {@code en}
     * @throws IllegalArgumentException for another language or a résumé without a name
     */
    public CvDocument compose(Resume resume, @Nullable String targetJob, String language) {
        Wording wording = Wording.of(language);
        String title = CvText.orNull(targetJob);
        return new CvDocument(
                language,
                CvText.clean(resume.basics().name()),
                title == null ? CvText.orNull(resume.basics().label()) : title,
                new Contacts(wording).of(resume.basics()),
                CvText.orNull(resume.basics().summary()),
                sections(resume, wording));
    }

    private static List<Section> sections(Resume resume, Wording wording) {
        return SectionOrder.of(resume.extras().profile(), wording).stream()
                .map(kind -> section(kind, resume, wording))
                .filter(section ->
                        !section.entries().isEmpty() || !section.items().isEmpty())
                .toList();
    }

    private static Section section(Kind kind, Resume resume, Wording wording) {
        Entries entries = new Entries(wording);
        Items items = new Items(wording);
        return switch (kind) {
            case WORK -> dated(kind, wording, entries.work(resume.work()));
            case EDUCATION -> dated(kind, wording, entries.education(resume.education()));
            case PROJECTS -> dated(kind, wording, entries.projects(resume.projects()));
            case VOLUNTEER -> dated(kind, wording, entries.volunteer(resume.volunteer()));
            case AWARDS -> dated(kind, wording, entries.awards(resume.awards()));
            case PUBLICATIONS -> dated(kind, wording, entries.publications(resume.publications()));
            case SKILLS -> inline(kind, wording, new SkillGroups(wording).of(resume.skills()));
            case LANGUAGES -> inline(kind, wording, items.languages(resume.languages()));
            case CERTIFICATES ->
                Section.ofItems(
                        kind, certificates(resume.certificates(), wording), items.certificates(resume.certificates()));
            case INFORMATION -> inline(kind, wording, items.information(resume.extras()));
            case INTERESTS -> inline(kind, wording, items.interests(resume.interests()));
        };
    }

    private static Section dated(Kind kind, Wording wording, List<Entry> entries) {
        return Section.ofEntries(kind, wording.heading(kind), entries);
    }

    private static Section inline(Kind kind, Wording wording, List<Item> items) {
        return Section.ofItems(kind, wording.heading(kind), items);
    }

    private static String certificates(List<Certificate> certificates, Wording wording) {
        boolean safety = certificates.stream()
                .map(Certificate::meta)
                .filter(Objects::nonNull)
                .anyMatch(meta -> meta.capitune() != null
                        && meta.capitune().kind() != null
                        && SAFETY.contains(meta.capitune().kind()));
        return safety
                ? wording.say("Certifications et habilitations", "Certifications and permits")
                : wording.heading(Kind.CERTIFICATES);
    }
}
