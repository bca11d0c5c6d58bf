package io.capitune.render;

import java.util.List;

import io.capitune.cv.document.Contact;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import io.capitune.cv.document.Section.Kind;

/** CVs for tests. */
final class SampleCv {

    private SampleCv() {}

    /** An ordinary short CV. */
    static CvDocument ordinary() {
        return with("Camille Lefèvre-Roux", "Établit 420 bulletins par mois.");
    }

    /** A CV that has that text in each field, so that what one field lets through is seen. */
    static CvDocument everywhere(String text) {
        return new CvDocument(
                "fr",
                text,
                text,
                List.of(new Contact(text, text), new Contact(text, null)),
                text,
                List.of(
                        new Section(
                                Kind.WORK,
                                text,
                                List.of(new Entry(text, text, text, text, text, text, text, List.of(text, text))),
                                List.of()),
                        Section.ofItems(Kind.SKILLS, text, List.of(new Item(text, text))),
                        Section.ofItems(Kind.LANGUAGES, text, List.of(new Item(text, text), new Item(null, text)))));
    }

    static CvDocument with(String name, String line) {
        Entry post = new Entry(
                "Gestionnaire de paie",
                "Groupe Atlantis",
                "Nantes",
                "CDI",
                "depuis mars 2021",
                null,
                null,
                List.of(line));
        return new CvDocument(
                "fr",
                name,
                "Gestionnaire de paie",
                List.of(new Contact("44000 Nantes", null), new Contact("c@exemple.fr", "mailto:c@exemple.fr")),
                "Onze ans d’administration du personnel.",
                List.of(
                        Section.ofEntries(Kind.WORK, "Expérience professionnelle", List.of(post)),
                        Section.ofItems(Kind.SKILLS, "Compétences", List.of(new Item("Outils", "Excel, Teams"))),
                        Section.ofItems(
                                Kind.LANGUAGES,
                                "Langues",
                                List.of(new Item("Anglais", "B2"), new Item("Espagnol", "A2")))));
    }
}
