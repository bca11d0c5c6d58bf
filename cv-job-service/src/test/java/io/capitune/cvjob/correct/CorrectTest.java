package io.capitune.cvjob.correct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Together;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMongo
@WithTokens
class CorrectTest {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    @Inject
    Worker worker;

    @Inject
    MongoDatabase database;

    private final Api api = Api.ofSomebody();
    private String done;

    @BeforeEach
    void finishOne() {
        done = api.submitted();
        worker.finish(done);
    }

    @Test
    void correctionCostsNoUnitAndBelongsToTheSameCv() {
        var job = worker.job(Api.accepted(correct(done)));

        assertThat(job.cv()).isEqualTo(done);
        assertThat(job.period()).isNull();
        assertThat(job.corrections()).isEqualTo(1);
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void oldCvStaysUntilTheCorrectionIsDone() {
        var old = worker.job(done).pdf();
        var correction = Api.accepted(correct(done));
        api.get("/api/cv/jobs/" + done + "/download").statusCode(200);

        worker.finish(correction);

        api.status(done).statusCode(404);
        assertThat(worker.fileExists(old)).isFalse();
        api.get("/api/cv/jobs/" + correction + "/download").statusCode(200);
    }

    @Test
    void eleventhCorrectionIsRefused() {
        correctToTheLimit();

        correct(done).then().statusCode(403).body("code", equalTo("CORRECTIONS_REACHED"));
    }

    @Test
    void whereTheFilesTimeIsOverTheCvIsPrintedOnceMore() {
        correctToTheLimit();
        endFile(done);

        var reprint = Api.accepted(correct(done));
        worker.finish(reprint);

        api.get("/api/cv/jobs/" + reprint + "/download").statusCode(200);
        assertThat(worker.job(reprint).period()).isNull();
        correct(reprint).then().statusCode(403).body("code", equalTo("CORRECTIONS_REACHED"));
    }

    @Test
    void norDoesTheLimitHoldForAFileThatTheStoreLost() {
        correctToTheLimit();
        worker.loseFile(done);

        var reprint = Api.accepted(correct(done));
        worker.finish(reprint);
        correct(reprint).then().statusCode(403);

        worker.loseFile(reprint);
        Api.accepted(correct(reprint));
    }

    @Test
    void norForOneThatACheckFoundDamaged() {
        correctToTheLimit();
        var pdf = worker.job(done).pdf();
        var damaged = new Document("job", done).append("file", pdf.blob()).append("fault", "CHECKSUM");
        database.getCollection("storage_checks").replaceOne(eq("latest"), report(damaged), UPSERT);
        try {
            Api.accepted(correct(done));
        } finally {
            database.getCollection("storage_checks").deleteOne(eq("latest"));
        }
    }

    @Test
    void lostFileIsPrintedOnceHoweverOftenThatIsAskedOrCancelled() throws InterruptedException {
        correctToTheLimit();
        endFile(done);

        var statuses = Together.run(20, () -> correct(done).statusCode());
        assertThat(Collections.frequency(statuses, 202)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 403)).isEqualTo(19);

        var reprint = api.get("/api/cv/jobs").extract().<String>path("items.find { it.status == 'queued' }.id");
        api.request().delete("/api/cv/jobs/" + reprint).then().statusCode(204);
        correct(done).then().statusCode(403).body("code", equalTo("CORRECTIONS_REACHED"));
    }

    @Test
    void reprintThatFailedIsTriedAgain() {
        correctToTheLimit();
        endFile(done);
        var reprint = Api.accepted(correct(done));
        worker.fail(reprint, FailureCode.PRINT_FAILED);

        var retry = Api.accepted(api.request().post("/api/cv/jobs/" + reprint + "/retry"));
        worker.finish(retry);

        api.get("/api/cv/jobs/" + retry + "/download").statusCode(200);
    }

    @Test
    void ofTwentyParallelCorrectionsTenAreAccepted() throws InterruptedException {
        var statuses = Together.run(20, () -> correct(done).statusCode());

        assertThat(Collections.frequency(statuses, 202)).isEqualTo(10);
        assertThat(Collections.frequency(statuses, 403)).isEqualTo(10);
    }

    @Test
    void elevenCorrectionsWithoutWaitingAreTenAndTheNewestStays() {
        var ids = IntStream.range(0, 10)
                .mapToObj(i -> Api.accepted(correct(done)))
                .toList();
        correct(done).then().statusCode(403).body("code", equalTo("CORRECTIONS_REACHED"));

        var outOfOrder = new ArrayList<>(ids);
        Collections.rotate(outOfOrder, 5);
        var claims = ids.stream().collect(Collectors.toMap(Function.identity(), worker::claim));
        outOfOrder.forEach(id -> worker.finish(claims.get(id), "Léa Dupont"));

        assertThat(api.get("/api/cv/jobs").extract().<List<String>>path("items.id"))
                .containsExactly(ids.getLast());
        correct(ids.getLast()).then().statusCode(403).body("code", equalTo("CORRECTIONS_REACHED"));
    }

    @Test
    void cancelledCorrectionsCount() {
        for (var i = 0; i < 10; i++) {
            var correction = Api.accepted(correct(done));
            api.request().delete("/api/cv/jobs/" + correction).then().statusCode(204);
        }

        correct(done).then().statusCode(403).body("code", equalTo("CORRECTIONS_REACHED"));
    }

    @Test
    void sameKeyGivesTheSameCorrectionAlsoWhenItIsDone() {
        var first = Api.accepted(correct(done, "key"));
        worker.finish(first);

        assertThat(Api.accepted(correct(done, "key"))).isEqualTo(first);
    }

    @Test
    void unfinishedCvIsNotCorrected() {
        correct(api.submitted()).then().statusCode(409).body("code", equalTo("JOB_NOT_DONE"));
    }

    @Test
    void invalidCorrectionIsRefusedAndNotCounted() {
        api.json(Map.of("resume", Map.of()))
                .post("/api/cv/jobs/" + done + "/corrections")
                .then()
                .statusCode(422);

        assertThat(worker.job(Api.accepted(correct(done))).corrections()).isEqualTo(1);
    }

    @Test
    void correctionIsPossibleWithTheQuotaReached() {
        api.submitted();
        api.submitted();

        Api.accepted(correct(done));
    }

    private void correctToTheLimit() {
        for (var i = 0; i < 10; i++) {
            var correction = Api.accepted(correct(done));
            worker.finish(correction);
            done = correction;
        }
    }

    /** What retention does to a file. */
    private void endFile(String id) {
        worker.loseFile(id);
        database.getCollection(CvJobs.COLLECTION).updateOne(eq(id), unset("pdf"));
    }

    private static Document report(Document missing) {
        var found = new Document("at", new Date())
                .append("files", 1L)
                .append("bytes", 1L)
                .append("orphans", 0L)
                .append("orphanBytes", 0L)
                .append("orphanNames", List.of())
                .append("missing", 1L)
                .append("missingFiles", List.of(missing))
                .append("read", 1L);
        return new Document("v", 1).append("report", found);
    }

    private Response correct(String id) {
        return correct(id, null);
    }

    private Response correct(String id, String key) {
        var request = api.json(Bodies.named("Léa Dupont"));
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/api/cv/jobs/" + id + "/corrections");
    }
}
