package io.capitune.cvjob.rights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.Garbage;
import io.capitune.cv.job.JobQueue;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Bodies;
import io.capitune.cvjob.Mishaps;
import io.capitune.cvjob.Worker;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.testing.MongoResource;
import io.capitune.platform.testing.PrivacyPage;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithMongo
@WithTokens
class PersonalDataTest {

    /** What holds nothing that tells who somebody is. */
    private static final Set<String> NOBODYS = Set.of(
            // Ends by itself, 30 days after it was told.
            "events",
            // Sealed by the questions themselves, for a day; told of in the preview.
            "compositions",
            // Keyed hashes, for minutes.
            "rate_limits",
            "cv_queue",
            "storage_checks",
            "turns");

    @Inject
    Worker worker;

    @Inject
    JobQueue queue;

    @Inject
    Garbage garbage;

    @Inject
    BlobStore files;

    @Inject
    MongoDatabase database;

    @Inject
    @All
    List<PersonalData> parts;

    private final Api me = Api.ofSomebody();
    private final Api other = Api.ofSomebody();

    @Test
    void exportHoldsEverythingOfThePersonAndNothingOfAnother() throws IOException {
        var mine = Api.accepted(me.submit(Bodies.named("Marqueur Moi")));
        var bytes = worker.finish(mine, "Marqueur Moi");
        var waiting = Api.accepted(me.submit(Bodies.named("Marqueur Attente")));
        var theirs = Api.accepted(other.submit(Bodies.named("Marqueur Autrui")));
        worker.finish(theirs, "Marqueur Autrui");
        me.json(Map.of("model", true)).put("/api/cv/consent");

        var export = export(me);

        assertThat(export.get("cvs/" + mine + ".pdf")).isEqualTo(bytes);
        assertThat(text(export, "cvs/" + mine + ".json")).contains("Marqueur Moi", "Aide-soignante");
        assertThat(text(export, "cvs/" + waiting + ".json")).contains("Marqueur Attente", "\"file\" : null");
        assertThat(text(export, "settings.json")).contains("\"modelConsent\" : true", "free", "\"used\" : 2");
        assertThat(export.values())
                .noneMatch(one -> new String(one, UTF_8).contains("Marqueur Autrui"))
                .noneMatch(one -> new String(one, UTF_8).contains(other.owner()));
        assertThat(export.keySet()).noneMatch(name -> name.contains(theirs));
    }

    @Test
    void fileThatIsGoneIsLeftOutOfTheExport() throws IOException {
        var id = me.submitted();
        worker.finish(id);
        worker.loseFile(id);

        var export = export(me);

        assertThat(export).containsKey("cvs/" + id + ".json").doesNotContainKey("cvs/" + id + ".pdf");
    }

    @Test
    void previewCountsWhatGoes() {
        me.submitted();

        auth().get(path(me) + "/preview?locale=en")
                .then()
                .statusCode(200)
                .body("goes.what", hasItem(containsString("PDF files: 1")))
                .body("stays.why", hasItem(containsString("by themselves")));
        auth().get(path(me) + "/preview?locale=fr").then().body("goes.what", hasItem(containsString("fichiers PDF")));
    }

    @Test
    void erasureLeavesNothingOfThePersonAndEverythingOfOthers() {
        var done = me.json(Bodies.minimal())
                .header("Idempotency-Key", "one")
                .post("/api/cv/jobs")
                .then()
                .extract()
                .<String>path("jobId");
        worker.finish(done);
        var pdf = worker.job(done).pdf();
        var waiting = me.submitted();
        me.onPlan("pro").json(Map.of("model", true)).put("/api/cv/consent");
        var theirs = other.submitted();
        worker.finish(theirs);
        var theirPdf = worker.job(theirs).pdf();

        erase(me, 204);

        assertThat(worker.exists(done)).isFalse();
        assertThat(worker.exists(waiting)).isFalse();
        assertThat(worker.fileExists(pdf)).isFalse();
        assertNothingIsLeft(me, List.of(done, waiting));
        assertThat(worker.fileExists(theirPdf)).isTrue();
        assertThat(other.used()).isEqualTo(1);
        other.status(theirs).statusCode(200);
    }

    @Test
    void erasureCancelsWhatIsBeingPrinted() {
        var id = me.submitted();
        var claim = worker.claim(id);

        erase(me, 204);

        assertThat(queue.fail(claim, FailureCode.INTERNAL, "too late")).isFalse();
        assertThat(worker.exists(id)).isFalse();
    }

    @Test
    void erasingTwiceIsErasingOnce() {
        me.submitted();

        erase(me, 204);
        erase(me, 204);

        assertNothingIsLeft(me, List.of());
    }

    @Test
    void fileThatTheStoreKeepsBackIsErasedLater() {
        var id = me.submitted();
        worker.finish(id);
        var pdf = worker.job(id).pdf();
        Mishaps.STUCK.add(pdf.blob());

        erase(me, 204);
        assertThat(worker.exists(id)).isFalse();
        assertThat(worker.fileExists(pdf)).isTrue();

        Mishaps.STUCK.remove(pdf.blob());
        garbage.sweep(files);
        assertThat(worker.fileExists(pdf)).isFalse();
    }

    @Test
    void erasureWithoutMongoIsToldAndGoneOnWith() {
        var id = me.submitted();
        worker.finish(id);
        MongoResource.outage();
        try {
            erase(me, 503);
        } finally {
            MongoResource.backAgain();
        }

        Awaitility.await().until(() -> auth().delete(path(me)).statusCode() == 204);

        assertThat(worker.exists(id)).isFalse();
        assertNothingIsLeft(me, List.of(id));
    }

    @Test
    void nobodyButAuthServiceMayAsk() {
        var id = me.submitted();

        for (var service : List.of("pdf-worker", "notification-service", "operator")) {
            var asks = RestAssured.given().auth().oauth2(TestTokens.service(service));
            asks.get(path(me)).then().statusCode(403);
            asks.get(path(me) + "/preview").then().statusCode(403);
            asks.delete(path(me)).then().statusCode(403);
        }

        assertThat(worker.exists(id)).isTrue();
    }

    @Test
    void everyCollectionIsAnsweredFor() {
        me.submitted();
        var unanswered = new TreeSet<>(database.listCollectionNames().into(new TreeSet<>()));

        unanswered.removeAll(NOBODYS);
        parts.forEach(part -> unanswered.removeAll(part.collections()));

        assertThat(unanswered).isEmpty();
    }

    @Test
    void everyCollectionHasItsRowOnThePrivacyPage() {
        for (var page : PrivacyPage.all()) {
            var untold = new TreeSet<String>();
            parts.forEach(part -> untold.addAll(part.collections()));

            untold.removeAll(page.collections());

            assertThat(untold).as("%s", page).isEmpty();
        }
    }

    private void assertNothingIsLeft(Api person, List<String> jobs) {
        assertThat(count("cv_jobs", "owner", person.owner())).isZero();
        assertThat(count("cv_corrections", "owner", person.owner())).isZero();
        assertThat(count("plans", "_id", person.owner())).isZero();
        assertThat(count("consents", "_id", person.owner())).isZero();
        assertThat(database.getCollection("usage_counters").countDocuments(regex("_id", "^" + person.owner())))
                .isZero();
        assertThat(database.getCollection("idempotency_keys").countDocuments(in("jobId", jobs)))
                .isZero();
    }

    private long count(String collection, String field, String value) {
        return database.getCollection(collection).countDocuments(eq(field, value));
    }

    private static void erase(Api person, int expected) {
        auth().delete(path(person)).then().statusCode(expected);
    }

    private static Map<String, byte[]> export(Api person) throws IOException {
        var answer = auth().get(path(person));
        assertThat(answer.statusCode()).isEqualTo(200);
        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> export, String name) {
        return new String(export.get(name), UTF_8);
    }

    private static String path(Api person) {
        return "/internal/personal-data/" + person.owner();
    }

    private static RequestSpecification auth() {
        return RestAssured.given().auth().oauth2(TestTokens.service("auth-service"));
    }
}
