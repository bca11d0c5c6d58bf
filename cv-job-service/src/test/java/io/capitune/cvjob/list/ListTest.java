package io.capitune.cvjob.list;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMongo
@WithTokens
class ListTest {

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();

    @Test
    void newcomerHasAnEmptyList() {
        api.get("/api/cv/jobs").statusCode(200).body("items", empty()).body("next", nullValue());
    }

    @Test
    void cursorWalksTheListNewestFirst() {
        api.onPlan("pro");
        var submitted = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            submitted.addFirst(api.submitted());
        }

        var walked = new ArrayList<String>();
        String cursor = null;
        do {
            var page = api.get("/api/cv/jobs?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract();
            walked.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(walked).containsExactlyInAnyOrderElementsOf(submitted).doesNotHaveDuplicates();
    }

    @Test
    void itemTellsWhatItIs() {
        var body = Bodies.with("targetJob", "Infirmière de nuit");
        var id = Api.accepted(api.submit(body));
        worker.finish(id);

        api.get("/api/cv/jobs")
                .body("items[0].id", equalTo(id))
                .body("items[0].status", equalTo("done"))
                .body("items[0].title", equalTo("Infirmière de nuit"))
                .body("items[0].language", equalTo("fr"))
                .body("items[0].template", equalTo("classique"))
                .body("items[0].downloadUrl", equalTo("/api/cv/jobs/" + id + "/download"));
    }

    @Test
    void titleWithoutTargetJobIsThePersonsOwn() {
        api.submitted();

        api.get("/api/cv/jobs").body("items[0].title", equalTo("Aide-soignante"));
    }

    @Test
    void nobodySeesAnothersJobs() {
        Api.ofSomebody().submitted();

        api.get("/api/cv/jobs").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=-1", "limit=ten", "limit=99999999999", "cursor=x", "cursor=%21"})
    void senselessPageIsRefused(String query) {
        api.get("/api/cv/jobs?" + query).statusCode(400).body("code", equalTo("MALFORMED"));
    }
}
