package io.capitune.worker.prove;

import java.util.List;

import io.capitune.cv.document.Contact;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProverTest {

    private static final Entry JOB = new Entry(
            "Gestionnaire de paie",
            "Groupe Atlantis",
            "Nantes",
            "CDI",
            "mars 2021 – aujourd’hui",
            null,
            null,
            List.of("420 bulletins par mois", "Contrôle croisé"));
    private static final CvDocument CV = new CvDocument(
            "fr",
            "Camille Lefèvre-Roux",
            "Gestionnaire de paie",
            List.of(new Contact("44000 Nantes", null)),
            "Onze ans de paie.",
            List.of(
                    Section.ofEntries(Section.Kind.WORK, "Expérience", List.of(JOB)),
                    Section.ofItems(Section.Kind.SKILLS, "Compétences", List.of(new Item("Outils", "Silae, DSN")))));

    private static final String TEXT = """
            Camille Lefèvre-
            Roux
            Gestionnaire de paie
            44000 Nantes
            Onze ans de paie.
            EXPÉRIENCE
            Gestionnaire de paie mars 2021 – aujourd’hui
            Groupe Atlantis, Nantes · CDI
            • 420 bulletins par mois
            • Contrôle
            croisé
            Compétences
            Outils : Silae, DSN
            """;

    private static boolean holds(String text, int lost) {
        return Prover.hold(new ReadBack(text, 1, lost), CV).proof().holds();
    }

    @Test
    void everyFieldInOrderHolds() {
        assertThat(holds(TEXT, 0)).isTrue();
    }

    @Test
    void missingLineIsFound() {
        assertThat(holds(TEXT.replace("420 bulletins par mois", ""), 0)).isFalse();
    }

    @Test
    void sectionsOutOfOrderAreFound() {
        var skills = "Compétences\nOutils : Silae, DSN\n";
        assertThat(holds(TEXT.replace(skills, "").replace("EXPÉRIENCE", skills + "EXPÉRIENCE"), 0))
                .isFalse();
    }

    @Test
    void lostCharacterIsFound() {
        assertThat(holds(TEXT, 1)).isFalse();
    }

    private static String read(String text, String field) {
        return Prover.hold(new ReadBack(text, 1, 0), CV).proof().fields().stream()
                .filter(one -> one.name().equals(field))
                .findFirst()
                .orElseThrow()
                .read();
    }

    @Test
    void proofShowsWhatWasReadAndNotWhatWasComposed() {
        assertThat(read(TEXT.replace("Gestionnaire de paie\n", "GESTIONNAIRE\n  de\u00A0paie\n"), "TITLE"))
                .isEqualTo("GESTIONNAIRE de paie");
        assertThat(read(TEXT, "NAME")).isEqualTo("Camille Lefèvre- Roux");
        assertThat(read(TEXT, "WORK")).isEqualTo("Gestionnaire de paie");
        assertThat(read(TEXT.replace("Outils : Silae", "OUTILS\u00A0: Si\nlae"), "SKILLS"))
                .isEqualTo("OUTILS : Si lae, DSN");
        assertThat(read(TEXT.replace("\nRoux\n", "\nRouＸ\n"), "NAME")).isEqualTo("Camille Lefèvre- RouＸ");
        assertThat(read(TEXT.replace("Lefèvre", "Lefe\u0300vre"), "NAME")).isEqualTo("Camille Lefe\u0300vre- Roux");
    }

    @Test
    void proofShowsNothingForWhatIsMissing() {
        assertThat(read(TEXT.replace("44000 Nantes", ""), "CONTACTS")).isEmpty();
        assertThat(read(TEXT.replace("Silae", ""), "SKILLS")).isEmpty();
    }

    @Test
    void ligatureCountsAsItsLetters() {
        var reading = new ReadingText("La ﬁn du travail");
        assertThat(reading.next("fin").map(reading::read)).hasValue("ﬁn");
        assertThat(reading.next("DU TRAVAIL").map(reading::read)).hasValue("du travail");
    }

    @Test
    void addressOfAnEntryIsProvedHoweverItWasShortened() {
        var url = "https://www.Exemple.fr/projet/";
        var entry = new Entry("Site", null, null, null, null, url, null, List.of());
        var projects = Section.ofEntries(Section.Kind.PROJECTS, "Projets", List.of(entry));
        var cv = new CvDocument("fr", "Zoé", null, List.of(), null, List.of(projects));
        for (var printed : List.of("Exemple.fr/projet", url, "www.exemple.fr/pro\njet/")) {
            assertThat(Prover.hold(new ReadBack("Zoé\nProjets\nSite\n" + printed, 1, 0), cv)
                            .proof()
                            .holds())
                    .isTrue();
        }
        assertThat(Prover.hold(new ReadBack("Zoé\nProjets\nSite\nexemple.fr", 1, 0), cv)
                        .proof()
                        .holds())
                .isFalse();
    }

    private static Entry job(String title, String place, String... lines) {
        return new Entry(title, "Mairie", place, null, "2020", null, null, List.of(lines));
    }

    private static boolean holds(String text, Entry... jobs) {
        var work = Section.ofEntries(Section.Kind.WORK, "Expérience", List.of(jobs));
        var cv = new CvDocument("fr", "Zoé", null, List.of(), null, List.of(work));
        return Prover.hold(new ReadBack("Zoé\nExpérience\n" + text, 1, 0), cv)
                .proof()
                .holds();
    }

    @Test
    void factThatIsMissingIsNotFoundInALaterEntry() {
        var withLines = new Entry[] {job("Agent", "Paris", "Accueil"), job("Chef", "Lyon"), job("Cadre", "Paris")};
        var withoutLines = new Entry[] {job("Agent", "Paris"), job("Chef", "Lyon"), job("Cadre", "Paris")};
        var rest = "Chef 2020 Mairie Lyon\nCadre 2020 Mairie Paris";
        assertThat(holds("Agent 2020 Mairie Paris\n• Accueil\n" + rest, withLines))
                .isTrue();
        assertThat(holds("Agent 2020 Mairie\n• Accueil\n" + rest, withLines)).isFalse();
        assertThat(holds("Agent 2020 Mairie Paris\n" + rest, withoutLines)).isTrue();
        assertThat(holds("Agent 2020 Mairie\n" + rest, withoutLines)).isFalse();
    }

    @Test
    void factMayStandInAnotherFactOrInALineAsWell() {
        var job = job("Agent de Paris", "Paris", "Mairie de Paris en 2020");
        assertThat(holds("Agent de Paris\n2020 · Mairie, Paris\n• Mairie de Paris en 2020", job))
                .isTrue();
        assertThat(holds("Agent de Paris\nParis, Mairie · 2020\n• Mairie de Paris en 2020", job))
                .isTrue();
    }

    @Test
    void wordsOfRightToLeftLinesMayComeInAnotherOrder() {
        var reading = new ReadingText("مترجمة محترفة");
        assertThat(reading.next("محترفة مترجمة").map(reading::read)).hasValue("مترجمة محترفة");
        assertThat(reading.next("غائب")).isEmpty();
    }

    @Test
    void rightToLeftStringsComeOneAfterTheOther() {
        var reading = new ReadingText("مترجمة محترفة\nمهندس معماري");
        assertThat(reading.next("معماري مهندس").map(reading::read)).hasValue("مهندس معماري");
        assertThat(reading.next("محترفة مترجمة")).as("was passed already").isEmpty();
    }

    @Test
    void wordThatComesTwiceHasToBeThereTwice() {
        assertThat(new ReadingText("مدير عام").next("مدير مدير عام")).isEmpty();
        assertThat(new ReadingText("مدير عام مدير").next("مدير مدير عام")).isPresent();
    }
}
