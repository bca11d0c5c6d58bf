package io.capitune.cvjob.page;

import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class MyCvsPageTest {

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();

    @Test
    void beforeTheFirstCvItSaysHowToBegin() {
        assertThat(page(api, "/cv"))
                .contains("Votre premier CV", "/generate/import")
                .doesNotContain("class=\"rows\"");
        assertThat(page(Api.ofSomebody("en"), "/cv")).contains("Your first CV", "My CVs · Capitune");
    }

    @Test
    void eachStateHasItsWordsAndActions() {
        var done = api.submitted();
        worker.finish(done);
        var failed = api.submitted();
        worker.fail(failed, FailureCode.PRINT_FAILED);
        var queued = api.submitted();

        assertThat(page(api, "/cv"))
                .contains("Prêt", "/api/cv/jobs/" + done + "/picture?width=160", "/generate?correct=" + done)
                .contains("Impression échouée", "/cv/" + failed + "/retry")
                .contains("En attente", "hx-get=\"/cv/" + queued + "/row\"")
                .contains("Il vous reste 1 CV sur 3");
        assertThat(page(api, "/cv/" + queued + "/row")).startsWith("<li").contains("every 2s");
        assertThat(page(api, "/cv/" + done + "/row")).doesNotContain("hx-get");
    }

    @Test
    void longListsGoOnByCursor() {
        api.onPlan("pro");
        IntStream.range(0, 10).forEach(i -> worker.finish(api.submitted()));
        var all = page(api, "/cv");
        assertThat(all).doesNotContain("cursor=");
        assertThat(all.split("class=\"row\"", -1)).hasSize(11);
        assertThat(api.request().get("/cv?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void plansSayWhatIsLeftAndTakeNoMoney() {
        api.submitted();
        assertThat(page(api, "/upgrade"))
                .contains("1 CV sur 3 utilisés", "100 par mois", "sur demande")
                .doesNotContain("€");
        api.onPlan("pro");
        assertThat(page(api, "/upgrade")).contains("1 CV sur 100 utilisés", "Vous avez déjà Pro");
    }

    private static String page(Api reader, String path) {
        return Html.of(reader.request().get(path));
    }
}
