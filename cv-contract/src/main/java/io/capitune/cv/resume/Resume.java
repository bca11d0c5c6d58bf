package io.capitune.cv.resume;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A résumé in the form of JSON Resume 1.0.0 (jsonresume.org/schema). Lists are never null. Fields that nothing here reads are
 * ignored; so are {@code references}, which no CV of ours prints, and {@code basics.image}, which is never fetched.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Resume(
        Basics basics,
        List<Work> work,
        List<Volunteer> volunteer,
        List<Education> education,
        List<Award> awards,
        List<Certificate> certificates,
        List<Publication> publications,
        List<Skill> skills,
        List<Language> languages,
        List<Interest> interests,
        List<Project> projects,
        @Nullable Meta meta) {

    public Resume {
        Objects.requireNonNull(basics, "a résumé needs basics");
        work = orEmpty(work);
        volunteer = orEmpty(volunteer);
        education = orEmpty(education);
        awards = orEmpty(awards);
        certificates = orEmpty(certificates);
        publications = orEmpty(publications);
        skills = orEmpty(skills);
        languages = orEmpty(languages);
        interests = orEmpty(interests);
        projects = orEmpty(projects);
    }

    /** Our extras of the whole résumé; without any, all is off. */
    public Extras extras() {
        return meta == null || meta.capitune() == null ? Extras.NONE : meta.capitune();
    }

    /** Who it is and how to reach them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Basics(
            String name,
            @Nullable String label,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String url,
            @Nullable String summary,
            @Nullable Location location,
            List<Profile> profiles) {
        public Basics {
            Objects.requireNonNull(name, "a résumé needs a name");
            profiles = orEmpty(profiles);
        }
    }

    /** Where the person lives; a street is not read, since a CV names the town only. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Location(
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String countryCode,
            @Nullable String region) {}

    /** A page on a network: LinkedIn, GitHub … */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Profile(
            @Nullable String network,
            @Nullable String username,
            @Nullable String url) {}

    /** A post; {@code description} says what the employer is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Work(
            @Nullable String name,
            @Nullable String position,
            @Nullable String location,
            @Nullable String description,
            @Nullable String url,
            @Nullable PartialDate startDate,
            @Nullable PartialDate endDate,
            @Nullable String summary,
            List<String> highlights,
            @Nullable PostMeta meta) {
        public Work {
            highlights = orEmpty(highlights);
        }

        public @Nullable String contract() {
            return meta == null || meta.capitune() == null
                    ? null
                    : meta.capitune().contract();
        }
    }

    /** Unpaid work. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Volunteer(
            @Nullable String organization,
            @Nullable String position,
            @Nullable String location,
            @Nullable String url,
            @Nullable PartialDate startDate,
            @Nullable PartialDate endDate,
            @Nullable String summary,
            List<String> highlights,
            @Nullable PostMeta meta) {
        public Volunteer {
            highlights = orEmpty(highlights);
        }

        public @Nullable String contract() {
            return meta == null || meta.capitune() == null
                    ? null
                    : meta.capitune().contract();
        }
    }

    /** A degree or a training. {@code location} is not in JSON Resume, whose objects are open: French CVs name the town. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Education(
            @Nullable String institution,
            @Nullable String location,
            @Nullable String url,
            @Nullable String area,
            @Nullable String studyType,
            @Nullable PartialDate startDate,
            @Nullable PartialDate endDate,
            @Nullable String score,
            List<String> courses,
            @Nullable DegreeMeta meta) {
        public Education {
            courses = orEmpty(courses);
        }

        /** The level in the French national register (RNCP), 1 to 8, or null. */
        public @Nullable Integer rncpLevel() {
            return meta == null || meta.capitune() == null
                    ? null
                    : meta.capitune().rncpLevel();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Award(
            @Nullable String title,
            @Nullable PartialDate date,
            @Nullable String awarder,
            @Nullable String summary) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Certificate(
            @Nullable String name,
            @Nullable PartialDate date,
            @Nullable String url,
            @Nullable String issuer,
            @Nullable CertificateMeta meta) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Publication(
            @Nullable String name,
            @Nullable String publisher,
            @Nullable PartialDate releaseDate,
            @Nullable String url,
            @Nullable String summary) {}

    /** A group of skills: its name, and the skills themselves as keywords. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Skill(@Nullable String name, @Nullable String level, List<String> keywords) {
        public Skill {
            keywords = orEmpty(keywords);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Language(
            @Nullable String language,
            @Nullable String fluency,
            @Nullable LanguageMeta meta) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Interest(@Nullable String name, List<String> keywords) {
        public Interest {
            keywords = orEmpty(keywords);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Project(
            @Nullable String name,
            @Nullable String description,
            List<String> highlights,
            List<String> keywords,
            @Nullable PartialDate startDate,
            @Nullable PartialDate endDate,
            @Nullable String url,
            List<String> roles,
            @Nullable String entity) {
        public Project {
            highlights = orEmpty(highlights);
            keywords = orEmpty(keywords);
            roles = orEmpty(roles);
        }
    }

    /** The open {@code meta} of the root. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Meta(@Nullable Extras capitune) {}

    /**
     * What French CVs say and JSON Resume has no field for.
     *
     * @param rqth whether the person wants their recognised disability printed; never inferred, never sent anywhere
     * @param information lines printed as they are
     * @param ageOrWorkPermit only what the person put back by hand
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Extras(
            @Nullable String drivingLicence,
            boolean rqth,
            List<String> information,
            @Nullable ResumeProfile profile,
            @Nullable String ageOrWorkPermit) {

        static final Extras NONE = new Extras(null, false, List.of(), null, null);

        public Extras {
            information = orEmpty(information);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PostMeta(@Nullable PostExtras capitune) {}

    /** @param contract contract type, free text: CDI, CDD, Intérim, Alternance, Stage … */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PostExtras(@Nullable String contract) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record DegreeMeta(@Nullable DegreeExtras capitune) {}

    /** @param rncpLevel level in the French national register, 1 to 8 */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record DegreeExtras(@Nullable Integer rncpLevel) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LanguageMeta(@Nullable LanguageExtras capitune) {}

    /**
     * @param cefr level of the European framework, A1 to C2
     * @param test the test that showed it, with its score
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LanguageExtras(
            @Nullable String cefr,
            @Nullable String test,
            @Nullable Integer year) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CertificateMeta(@Nullable CertificateExtras capitune) {}

    /** @param kind {@code habilitation}, {@code CACES}, {@code SST} or {@code diploma} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CertificateExtras(
            @Nullable String kind, @Nullable PartialDate validUntil) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
