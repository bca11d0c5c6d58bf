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

    @Test
    void wordsOfRightToLeftLinesMayComeInAnotherOrder() {
        var reading = new ReadingText("مترجمة محترفة");
        assertThat(reading.next("محترفة مترجمة")).isTrue();
        assertThat(reading.next("غائب")).isFalse();
    }
}
