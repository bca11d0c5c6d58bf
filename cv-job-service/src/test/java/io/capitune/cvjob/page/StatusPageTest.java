package io.capitune.cvjob.page;

import jakarta.inject.Inject;

import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.JobQueue;
import io.capitune.cv.job.Stage;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class StatusPageTest {

    @Inject
    Worker worker;

    @Inject
    JobQueue queue;

    private final Api api = Api.ofSomebody();

    @Test
    void queuedJobShowsItsPlaceAndMovesByItself() {
        var id = api.submitted();
        assertThat(page("/cv/" + id))
                .contains("Votre CV s’imprime", "File d’attente", "aria-current=\"step\"")
                .contains("hx-get=\"/cv/" + id + "/fragment\"", "every 1s", "<noscript><meta http-equiv=\"refresh\"")
                .contains("Si vous annulez, ce CV n’est pas compté.");
    }

    @Test
    void fragmentFollowsTheStages() {
        var id = api.submitted();
        var claim = worker.claim(id);
        queue.enter(claim, Stage.PRINTING);

        // A stage does not wait for the majority that pages read from.
        var fragment = Awaitility.await()
                .until(() -> page("/cv/" + id + "/fragment"), html -> html.contains("data-now=\"Impression\""));
        assertThat(fragment).doesNotContain("<html");
        assertThat(fragment.split("stage--done", -1)).hasSize(4);
    }

    @Test
    void fragmentOfAnEndedJobAsksForTheWholePage() {
        var id = api.submitted();
        worker.finish(id);
        api.get("/cv/" + id + "/fragment").statusCode(200).header("HX-Refresh", "true");
    }

    @Test
    void finishedJobHasItsPictureProofAndDownload() {
        var id = api.submitted();
        worker.finish(id);
        assertThat(page("/cv/" + id))
                .contains("Votre CV est prêt", "/api/cv/jobs/" + id + "/download", "/api/cv/jobs/" + id + "/picture")
                .contains("Ce qu’un ATS lit", "/generate?correct=" + id, "/generate?from=" + id)
                .doesNotContain("Phrases réécrites");
    }

    @Test
    void failureBeginsWithWhatIsSafeAndOffersAnotherTry() {
        var id = api.submitted();
        worker.fail(id, FailureCode.PRINT_FAILED);
        assertThat(page("/cv/" + id)).contains("Rien n’est perdu", "Réessayer", "/cv/" + id + "/retry");

        var location = api.request()
                .redirects()
                .follow(false)
                .post("/cv/" + id + "/retry")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(location).startsWith("/cv/").isNotEqualTo("/cv/" + id);
    }

    @Test
    void whatCannotSucceedIsNotTriedAgain() {
        var id = api.submitted();
        worker.fail(id, FailureCode.TOO_LONG);
        assertThat(page("/cv/" + id)).doesNotContain("/retry").contains("/generate?from=" + id);
    }

    @Test
    void cancellingAsksFirstAndGivesTheUnitBack() {
        var id = api.submitted();
        assertThat(page("/cv/" + id + "/delete")).contains("Annuler ce CV", "method=\"post\"");

        api.request()
                .redirects()
                .follow(false)
                .post("/cv/" + id + "/delete")
                .then()
                .statusCode(303);

        assertThat(worker.exists(id)).isFalse();
        assertThat(api.used()).isZero();
    }

    @Test
    void someoneElsesJobIsNotThere() {
        var id = api.submitted();
        var stranger = Api.ofSomebody();
        for (var path : new String[] {"/cv/" + id, "/cv/" + id + "/fragment", "/cv/" + id + "/delete", "/cv/nothing"}) {
            assertThat(stranger.request().get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.request().post("/cv/" + id + "/delete").statusCode())
                .isEqualTo(404);
        assertThat(worker.exists(id)).isTrue();
    }

    @Test
    void hostileTitleStaysText() {
        var id = Api.accepted(api.submit(io.capitune.cvjob.Bodies.with("targetJob", "<img src=x onerror=alert(1)>")));
        worker.finish(id, "<script>alert(1)</script>");
        assertThat(page("/cv/" + id)).contains("&lt;img src=x").doesNotContain("<img src=x", "<script>");
    }

    private String page(String path) {
        return Html.of(api.request().get(path));
    }
}
