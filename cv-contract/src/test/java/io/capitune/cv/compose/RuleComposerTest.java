package io.capitune.cv.compose;

import java.util.List;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import io.capitune.cv.document.Section.Kind;
import io.capitune.cv.resume.ResumeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RuleComposerTest {

    @Test
    void aNameIsEnough() {
        assertThat(fr("")).isEqualTo(new CvDocument("fr", "Camille Lefèvre", null, List.of(), null, List.of()));
    }

    @Test
    void targetJobBecomesTheTitle() {
        var resume = ResumeJson.read("{\"basics\":{\"name\":\"A\",\"label\":\"Vendeuse\"}}");
        assertThat(new RuleComposer()
                        .compose(resume, " Cheffe\nde rayon ", "fr")
                        .title())
                .isEqualTo("Cheffe de rayon");
        assertThat(new RuleComposer().compose(resume, " ", "fr").title()).isEqualTo("Vendeuse");
    }

    @Test
    void refusesOtherLanguages() {
        var resume = ResumeJson.read("{\"basics\":{\"name\":\"A\"}}");
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleComposer().compose(resume, null, "de"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03, 2024-02, mars 2021 – févr. 2024, Mar 2021 – Feb 2024",
        "2021-03-15, 2024-02-01, mars 2021 – févr. 2024, Mar 2021 – Feb 2024",
        "2021-03, , depuis mars 2021, Mar 2021 – Present",
        "2021, , depuis 2021, 2021 – Present",
        "2019, 2021, 2019 – 2021, 2019 – 2021",
        "2019, 2021-08, 2019 – août 2021, 2019 – Aug 2021",
        "2021-06, 2021-06, juin 2021, Jun 2021",
        ", 2021-06, juin 2021, Jun 2021"
    })
    void periodsFollowTheLanguage(String start, String end, String french, String english) {
        String work = "\"work\":[{\"position\":\"P\",\"startDate\":\"%s\",\"endDate\":\"%s\"}]"
                .formatted(start == null ? "" : start, end == null ? "" : end);
        assertThat(entries(fr(work), Kind.WORK).getFirst().dates()).isEqualTo(french);
        assertThat(entries(en(work), Kind.WORK).getFirst().dates()).isEqualTo(english);
    }

    @Test
    void newestComesFirstAndEqualsKeepTheirOrder() {
        CvDocument cv = fr("""
                "work":[{"position":"sans date"},{"position":"2018","startDate":"2016","endDate":"2018"},
                {"position":"a","startDate":"2019","endDate":"2020-05"},{"position":"b","startDate":"2019","endDate":"2020-05"},
                {"position":"en cours, 2020","startDate":"2020"},{"position":"en cours, 2021","startDate":"2021-01"}]""");
        assertThat(entries(cv, Kind.WORK))
                .extracting(Entry::title)
                .containsExactly("en cours, 2021", "en cours, 2020", "a", "b", "2018", "sans date");
    }

    @Test
    void aPostKeepsItsWordsContractAndPlace() {
        CvDocument cv = fr("""
                "work":[{"name":"Groupe Atlantis","position":"Gestionnaire de paie","location":"Nantes","description":"Services",
                "summary":"Paie  multi-\\nconventions","highlights":["Établit 420 bulletins"," ","Réduit de 38\\u202f% : fait"],
                "url":"https://atlantis.example","meta":{"capitune":{"contract":"CDI"}}}]""");
        assertThat(entries(cv, Kind.WORK))
                .containsExactly(new Entry(
                        "Gestionnaire de paie",
                        "Groupe Atlantis",
                        "Nantes",
                        "CDI",
                        null,
                        null,
                        "Services · Paie multi- conventions",
                        List.of("Établit 420 bulletins", "Réduit de 38\u00a0% : fait")));
    }

    @Test
    void anEmployerStandsForAMissingTitleAndEmptyEntriesGo() {
        CvDocument cv = fr("\"work\":[{\"name\":\"Mairie\"},{},{\"highlights\":[\"Seule ligne\"]}],\"education\":[{}]");
        assertThat(entries(cv, Kind.WORK)).extracting(Entry::title).containsExactly("Mairie", "Seule ligne");
        assertThat(cv.sections()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Master | Comptabilité, contrôle, audit | Master Comptabilité, contrôle, audit | Master in Comptabilité, contrôle, audit",
                "BSc | Computer Science | BSc Computer Science | BSc Computer Science",
                "Titre professionnel Gestionnaire de paie | Gestionnaire de paie | Titre professionnel Gestionnaire de paie | Titre professionnel Gestionnaire de paie",
                "BTS | | BTS | BTS",
                "BSc (Hons) | Physics | BSc (Hons) Physics | BSc (Hons) Physics",
                "Bachelor of Science | Nursing | Bachelor of Science Nursing | Bachelor of Science in Nursing",
                "A-levels | Maths, Physics | A-levels Maths, Physics | A-levels, Maths, Physics",
                "BUT, deuxième année | TC | BUT, deuxième année, TC | BUT, deuxième année, TC",
                "Baccalauréat | Mention bien | Baccalauréat, Mention bien | Baccalauréat, Mention bien",
                " | Sociologie | Sociologie | Sociologie"
            })
    void degreesReadWell(String studyType, String area, String french, String english) {
        String education = "\"education\":[{\"institution\":\"École\",\"studyType\":\"%s\",\"area\":\"%s\"}]"
                .formatted(studyType == null ? "" : studyType, area == null ? "" : area);
        assertThat(entries(fr(education), Kind.EDUCATION).getFirst().title()).isEqualTo(french);
        assertThat(entries(en(education), Kind.EDUCATION).getFirst().title()).isEqualTo(english);
    }

    @Test
    void degreesShowRegisterLevelGradeAndCourses() {
        CvDocument cv = fr("""
                "education":[{"institution":"Afpa","location":"Nantes","studyType":"Titre professionnel","area":"Comptable","endDate":"2020",
                "score":"15,5/20","courses":["TVA","Paie"],"meta":{"capitune":{"rncpLevel":5}}},
                {"institution":"Lycée","studyType":"Baccalauréat STMG","score":"mention bien"}]""");
        assertThat(entries(cv, Kind.EDUCATION))
                .containsExactly(
                        new Entry(
                                "Titre professionnel Comptable (RNCP, niveau 5)",
                                "Afpa",
                                "Nantes",
                                null,
                                "2020",
                                null,
                                "Note\u00a0: 15,5/20",
                                List.of("Enseignements\u00a0: TVA, Paie")),
                        new Entry("Baccalauréat STMG", "Lycée", null, null, null, null, "mention bien", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | FR | 0612345678 | 06 12 34 56 78",
                "fr | | +33 6 12.34.56.78 | 06 12 34 56 78",
                "fr | BE | +33612345678 | +33 6 12 34 56 78",
                "fr | BE | 0470 12 34 56 | +32 470 12 34 56",
                "en | FR | 06 12 34 56 78 | +33 6 12 34 56 78",
                "en | GB | 020 7946 0958 | +44 20 7946 0958",
                "en | US | 415-555-0132 | (415) 555-0132",
                "en | | 020 7946 0958 | 020 7946 0958",
                "fr | FR | poste 12 (matin) | poste 12 (matin)"
            })
    void telephonesFollowTheirCountry(String language, String country, String typed, String printed) {
        String basics = "{\"basics\":{\"name\":\"A\",\"phone\":\"%s\",\"location\":{\"countryCode\":\"%s\"}}}"
                .formatted(typed, country == null ? "" : country);
        assertThat(new RuleComposer()
                        .compose(ResumeJson.read(basics), null, language)
                        .contacts())
                .extracting(contact -> contact.text())
                .contains(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | FR | 44000 | Nantes | Pays de la Loire | 44000 Nantes",
                "fr | BE | 1000 | Bruxelles | | 1000 Bruxelles, Belgique",
                "en | FR | 44000 | Nantes | | Nantes, France",
                "en | GB | SW1A 1AA | London | | London",
                "en | US | 78701 | Austin | TX | Austin, TX",
                "fr | | | | Bretagne | Bretagne"
            })
    void townsFollowTheLanguage(
            String language, String country, String postcode, String city, String region, String printed) {
        String json =
                "{\"basics\":{\"name\":\"A\",\"location\":{\"address\":\"3 rue X\",\"countryCode\":\"%s\",\"postalCode\":\"%s\",\"city\":\"%s\",\"region\":\"%s\"}}}"
                        .formatted(text(country), text(postcode), text(city), text(region));
        assertThat(new RuleComposer()
                        .compose(ResumeJson.read(json), null, language)
                        .contacts())
                .extracting(contact -> contact.text())
                .containsExactly(printed);
    }

    @Test
    void webAddressesLoseTheirSchemeAndKeepTheirLink() {
        var resume = ResumeJson.read("""
                {"basics":{"name":"A","email":"a@b.fr","url":"https://www.camille.fr/","image":"https://x.fr/photo.jpg",
                "profiles":[{"network":"LinkedIn","url":"linkedin.com/in/camille"},{"network":"Mastodon","username":"@c@m.fr"},{"network":"X"}]}}""");
        assertThat(new RuleComposer().compose(resume, null, "fr").contacts())
                .extracting(contact -> contact.text() + " -> " + contact.href())
                .containsExactly(
                        "a@b.fr -> mailto:a@b.fr",
                        "camille.fr -> https://www.camille.fr/",
                        "linkedin.com/in/camille -> https://linkedin.com/in/camille",
                        "Mastodon\u00a0: @c@m.fr -> null");
    }

    @Test
    void skillsFitFourGroups() {
        CvDocument cv = fr("""
                "skills":[{"name":"Paie","keywords":["Silae","DSN","silae"]},{"name":"Outils","level":"avancé","keywords":["Excel"]},
                {"name":"Droit","keywords":["Syntec"]},{"name":"Langues","keywords":["FLE"]},{"name":"Savoir-être","keywords":["rigueur"]},{"name":"Archivage"}]""");
        assertThat(items(cv, Kind.SKILLS))
                .containsExactly(
                        new Item("Paie", "Silae, DSN"),
                        new Item("Outils (avancé)", "Excel"),
                        new Item("Droit", "Syntec"),
                        new Item("Autres", "Langues (FLE), Savoir-être (rigueur), Archivage"));
    }

    @Test
    void ungroupedSkillsShareALine() {
        assertThat(items(
                        en("\"skills\":[{\"name\":\"Java\"},{\"name\":\"Kafka\"},{\"keywords\":[\"SQL\"]}]"),
                        Kind.SKILLS))
                .containsExactly(new Item(null, "Java, Kafka, SQL"));
    }

    @Test
    void languagesKeepWhatWasSaid() {
        CvDocument cv = fr("""
                "languages":[{"language":"Français","fluency":"langue maternelle"},
                {"language":"Anglais","fluency":"courant","meta":{"capitune":{"cefr":"b2","test":"TOEIC 815","year":2022}}},
                {"language":"Espagnol","fluency":"notions","meta":{"capitune":{}}},{"language":"Lingala"}]""");
        assertThat(items(cv, Kind.LANGUAGES))
                .containsExactly(
                        new Item("Français", "langue maternelle"),
                        new Item("Anglais", "B2 (TOEIC 815, 2022)"),
                        new Item("Espagnol", "notions"),
                        new Item(null, "Lingala"));
    }

    @Test
    void certificatesAreOneLineEach() {
        CvDocument cv = fr("""
                "certificates":[{"name":"SST"},{"name":"CACES R489 catégorie 3","issuer":"Afpa","date":"2022-03",
                "meta":{"capitune":{"kind":"CACES","validUntil":"2027-03"}}}]""");
        assertThat(items(cv, Kind.CERTIFICATES))
                .containsExactly(
                        new Item(null, "CACES R489 catégorie 3 · Afpa · mars 2022 · valable jusqu’à mars 2027"),
                        new Item(null, "SST"));
        assertThat(section(cv, Kind.CERTIFICATES).heading()).isEqualTo("Certifications et habilitations");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B | Permis B | Driving licence B",
                "B, BE | Permis B, BE | Driving licence B, BE",
                "Permis B et véhicule | Permis B et véhicule | Permis B et véhicule"
            })
    void drivingLicenceIsInformation(String given, String french, String english) {
        String meta = "\"meta\":{\"capitune\":{\"drivingLicence\":\"" + given + "\",\"information\":[\"SST 2024\"]}}";
        assertThat(items(fr(meta), Kind.INFORMATION))
                .containsExactly(new Item(null, french), new Item(null, "SST 2024"));
        assertThat(items(en(meta), Kind.INFORMATION))
                .containsExactly(new Item(null, english), new Item(null, "SST 2024"));
    }

    @Test
    void disabilityIsPrintedOnlyWhereSwitchedOn() {
        assertThat(fr("\"meta\":{\"capitune\":{\"rqth\":false}}").sections()).isEmpty();
        assertThat(items(fr("\"meta\":{\"capitune\":{\"rqth\":true}}"), Kind.INFORMATION))
                .containsExactly(new Item(null, "Reconnaissance de la qualité de travailleur handicapé (RQTH)"));
    }

    @Test
    void awardsAndPublicationsArePrintedAndReferencesAreNot() {
        CvDocument cv = en("""
                "awards":[{"title":"Best paper","date":"2020-05","awarder":"ACM","summary":"For X"}],
                "publications":[{"name":"On X","publisher":"IEEE","releaseDate":"2019","url":"doi.org/10.1/x","summary":"About X"}],
                "references":[{"name":"Boss","reference":"Great"}]""");
        assertThat(entries(cv, Kind.AWARDS))
                .containsExactly(new Entry("Best paper", "ACM", null, null, "May 2020", null, "For X", List.of()));
        assertThat(entries(cv, Kind.PUBLICATIONS))
                .containsExactly(
                        new Entry("On X", "IEEE", null, null, "2019", "https://doi.org/10.1/x", "About X", List.of()));
        assertThat(cv.toString()).doesNotContain("Boss");
    }

    @Test
    void projectsShowRolesAndKeywords() {
        CvDocument cv = en("""
                "projects":[{"name":"Atlas","entity":"OpenStreetMap","description":"Maps","roles":["Maintainer","Author"],
                "startDate":"2020","highlights":["1,200 users"],"keywords":["Go","PostGIS"],"url":"https://atlas.example"}]""");
        assertThat(entries(cv, Kind.PROJECTS))
                .containsExactly(new Entry(
                        "Atlas",
                        "OpenStreetMap",
                        null,
                        "Maintainer, Author",
                        "2020 – Present",
                        "https://atlas.example",
                        "Maps",
                        List.of("1,200 users", "Keywords: Go, PostGIS")));
    }

    @Test
    void interestsShareALineUnlessTheyHaveDetails() {
        assertThat(items(
                        fr(
                                "\"interests\":[{\"name\":\"Randonnée\"},{\"name\":\"Lecture\",\"keywords\":[\"polars\",\"BD\"]},{\"name\":\"Chorale\"}]"),
                        Kind.INTERESTS))
                .containsExactly(new Item("Lecture", "polars, BD"), new Item(null, "Randonnée, Chorale"));
    }

    @ParameterizedTest
    @CsvSource({"standard, WORK", "student, EDUCATION", "career-change, SKILLS", "academic, EDUCATION"})
    void profileDecidesWhatComesFirst(String profile, Kind first) {
        CvDocument cv = fr("""
                "work":[{"position":"P"}],"education":[{"area":"E"}],"skills":[{"name":"S"}],"publications":[{"name":"Pub"}],
                "meta":{"capitune":{"profile":"%s"}}""".formatted(profile));
        assertThat(cv.sections().getFirst().kind()).isEqualTo(first);
    }

    @Test
    void headingsFollowTheLanguage() {
        String json =
                "\"work\":[{\"position\":\"P\"}],\"languages\":[{\"language\":\"L\"}],\"interests\":[{\"name\":\"I\"}]";
        assertThat(fr(json).sections())
                .extracting(Section::heading)
                .containsExactly("Expérience professionnelle", "Langues", "Centres d’intérêt");
        assertThat(en(json).sections())
                .extracting(Section::heading)
                .containsExactly("Work experience", "Languages", "Interests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "{config:x}",
                "{{7*7}}",
                "${jndi:ldap://x}",
                "👩‍🔧 soudeuse",
                "مهندسة",
                "a & b"
            })
    void wordsStayAsTheyAre(String words) {
        CvDocument cv =
                fr("\"work\":[{\"position\":\"%1$s\",\"name\":\"%1$s\",\"highlights\":[\"%1$s\"]}]".formatted(words));
        Entry entry = entries(cv, Kind.WORK).getFirst();
        assertThat(List.of(entry.title(), entry.organisation(), entry.lines().getFirst()))
                .containsOnly(words);
    }

    @Test
    void charactersThatVanishInPrintGo() {
        CvDocument cv = fr("\"interests\":[{\"name\":\"\\ufeffcuis\\u00adine\\u202e\"}]");
        assertThat(items(cv, Kind.INTERESTS)).containsExactly(new Item(null, "cuisine"));
    }

    private static CvDocument fr(String members) {
        return compose(members, "fr");
    }

    private static CvDocument en(String members) {
        return compose(members, "en");
    }

    private static CvDocument compose(String members, String language) {
        String rest = members.isEmpty() ? "" : "," + members;
        return new RuleComposer()
                .compose(ResumeJson.read("{\"basics\":{\"name\":\" Camille  Lefèvre\"}" + rest + "}"), null, language);
    }

    private static Section section(CvDocument cv, Kind kind) {
        return cv.sections().stream()
                .filter(section -> section.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<Entry> entries(CvDocument cv, Kind kind) {
        return section(cv, kind).entries();
    }

    private static List<Item> items(CvDocument cv, Kind kind) {
        return section(cv, kind).items();
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
