package io.capitune.worker.compose;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.Entry;
import io.capitune.cv.document.Item;
import io.capitune.cv.document.Section;
import io.capitune.cv.document.Section.Kind;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.platform.random.RandomTokens;
import org.jspecify.annotations.Nullable;

/** What the composer makes of a CV or a story, each time for somebody new, of whom no answer is kept. */
@ApplicationScoped
class Composing {

    static final String RESUME = """
            {"basics":{"name":"Camille Lefèvre-Roux","label":"Gestionnaire de paie","email":"camille@exemple.fr","phone":"06 12 34 56 78",
              "url":"https://camille.exemple.fr","image":"https://camille.exemple.fr/photo.jpg",
              "location":{"address":"3 rue des Lilas","postalCode":"44000","city":"Nantes"},
              "profiles":[{"network":"LinkedIn","username":"camille-lr","url":"https://linkedin.com/in/camille-lr"}]},
            "work":[{"name":"Groupe Atlantis","position":"Gestionnaire de paie","startDate":"2021-03",
              "highlights":["je fais 420 bulletins par mois sur silae","j'ai participé au déménagement du service","Camille Lefèvre-Roux forme les collègues, tél. 06 12 34 56 78",
                            "reconnue RQTH, poste aménagé"]}],
            "skills":[{"name":"Outils","keywords":["Excel","Silae"]},{"name":"Paie","keywords":["DSN"]}],
            "meta":{"capitune":{"rqth":true}}}""";

    /** A model that has nothing to say. */
    static final String NOTHING = "{\"lines\":[],\"summary\":\"\",\"skillOrder\":[]}";

    private final Composer composer;
    private final RandomTokens random;

    Composing(Composer composer, RandomTokens random) {
        this.composer = composer;
        this.random = random;
    }

    Composition resume() {
        return resume(true, null);
    }

    Composition resume(boolean modelAllowed, @Nullable String offer) {
        return compose(new CvInput(RESUME, null, null, offer, "fr", "classique", "A4", modelAllowed));
    }

    Composition story(String text, boolean modelAllowed) {
        return compose(new CvInput(null, text, null, null, "fr", "classique", "A4", modelAllowed));
    }

    private Composition compose(CvInput input) {
        var id = random.id();
        return composer.compose(CvJob.queued(id, id, input, id, 0, null, 0, null, Instant.now()));
    }

    static List<Entry> entries(Composition composition, Kind kind) {
        return section(composition, kind).entries();
    }

    static List<Item> items(Composition composition, Kind kind) {
        return section(composition, kind).items();
    }

    /** What somebody did at their last place. */
    static List<String> lines(Composition composition) {
        return entries(composition, Kind.WORK).getFirst().lines();
    }

    private static Section section(Composition composition, Kind kind) {
        return composition.document().sections().stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
