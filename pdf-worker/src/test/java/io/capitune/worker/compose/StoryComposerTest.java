package io.capitune.worker.compose;

import java.util.List;

import jakarta.inject.Inject;

import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section.Kind;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.FailureCode;
import io.capitune.platform.testing.WithMongo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.capitune.worker.compose.Composing.NOTHING;
import static io.capitune.worker.compose.Composing.entries;
import static io.capitune.worker.compose.Composing.items;
import static io.capitune.worker.compose.ModelStub.answers;
import static io.capitune.worker.compose.ModelStub.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** A CV out of what somebody tells of themselves. */
@QuarkusTest
@WithMongo
@QuarkusTestResource(value = ModelStub.class, restrictToAnnotatedClass = true)
class StoryComposerTest {

    private static final String STORY = """
            Bonjour, je m'appelle Léa Moreau, lea.moreau@exemple.fr, 06 98 76 54 32, 69003 Lyon.
            De mars 2019 à juin 2021 j'ai été vendeuse chez Carrefour Market à Lyon, en CDI. Je tenais la caisse et j'accueillais 80 clients par jour.
            J'ai eu un arrêt maladie en 2022. J'ai un CAP boulanger, obtenu en 2017 au lycée Brillat. Je parle anglais, notions. Permis B.""";

    @Inject
    Composing composing;

    @Test
    void aStoryBecomesACvOfItsOwnFacts() {
        answers(content("""
                {"label":"vendeuse","summary":"Vendeuse à Lyon, CAP boulanger.",
                 "work":[{"position":"Vendeuse","employer":"Carrefour Market","place":"Lyon","contract":"CDI","start":"mars 2019","end":"juin 2021",
                          "lines":[{"source":"Je tenais la caisse et j'accueillais 80 clients par jour","text":"Tenue de la caisse et accueil de 80 clients par jour"},
                                   {"source":"J'ai géré le rayon frais","text":"Gestion du rayon frais"}]},
                         {"position":"Directrice","employer":"Danone","place":"","contract":"","start":"2022","end":"","lines":[]}],
                 "education":[{"degree":"CAP boulanger","area":"","school":"lycée Brillat","place":"","start":"","end":"2017"}],
                 "volunteer":[],"projects":[],"skills":[{"group":"Vente","keywords":["caisse","SAP"]}],
                 "languages":[{"language":"anglais","level":"notions"}],"certificates":[],"interests":[],"drivingLicence":"Permis B"}"""));

        Composition composition = composing.story(STORY, true);

        assertThat(ModelStub.question())
                .doesNotContainIgnoringCase("moreau")
                .doesNotContain("Léa", "06 98", "69003", "maladie");
        assertThat(composition.document().name()).isEqualTo("Léa Moreau");
        assertThat(composition.document().contacts())
                .extracting(contact -> contact.text())
                .containsExactly("69003 Lyon", "06 98 76 54 32", "lea.moreau@exemple.fr");
        assertThat(entries(composition, Kind.WORK))
                .containsExactly(new Entry(
                        "vendeuse",
                        "Carrefour Market",
                        "Lyon",
                        "CDI",
                        "mars 2019 – juin 2021",
                        null,
                        null,
                        List.of("Tenue de la caisse et accueil de 80 clients par jour")));
        assertThat(entries(composition, Kind.EDUCATION))
                .extracting(Entry::title, Entry::dates)
                .containsExactly(tuple("CAP boulanger", "2017"));
        assertThat(items(composition, Kind.SKILLS)).containsExactly(new Item(null, "caisse"));
        assertThat(items(composition, Kind.LANGUAGES)).containsExactly(new Item("anglais", "notions"));
        assertThat(items(composition, Kind.INFORMATION)).containsExactly(new Item(null, "Permis B"));
        assertThat(composition.notes())
                .anyMatch(note -> note.contains("Danone"))
                .anyMatch(note -> note.contains("SAP"))
                .anyMatch(note -> note.contains("santé"));
    }

    @Test
    void aStoryWithoutANameIsNotSent() {
        answers(content(NOTHING));
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> composing.story("j'ai vendu du pain pendant trois ans", true))
                .matches(e -> e.code() == FailureCode.MODEL_ANSWER_INVALID && !e.retryable());
        assertThat(ModelStub.requests()).isEmpty();
    }

    @Test
    void aStoryOfWhichNothingIsTrueIsInvalid() {
        answers(content("""
                {"label":"","summary":"","work":[{"position":"CEO","employer":"Google","place":"","contract":"","start":"","end":"","lines":[]}],
                 "education":[],"volunteer":[],"projects":[],"skills":[],"languages":[],"certificates":[],"interests":[],"drivingLicence":""}"""));
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> composing.story(STORY, true))
                .matches(e -> e.code() == FailureCode.MODEL_ANSWER_INVALID);
    }
}
