package io.capitune.cvjob.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvExpiries;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.FileExpiry;
import io.capitune.cv.job.Garbage;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.Mishaps;
import io.capitune.cvjob.Together;
import io.capitune.cvjob.Worker;
import io.capitune.cvjob.plan.Plans;
import io.capitune.platform.event.EventQueue;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.testing.MongoResource;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** A free plan keeps files for 90 days, to the end of the last one; its notice comes 7 whole days before that day ends. */
@QuarkusTest
@WithMongo
@WithTokens
class RetentionRunTest {

    private static final int NOTICE = 83;
    private static final int END = 92;

    @Inject
    CvExpiries expiries;

    @Inject
    CvJobs jobs;

    @Inject
    Plans plans;

    @Inject
    EventQueue events;

    @Inject
    BlobStore files;

    @Inject
    Retention retention;

    @Inject
    CvJobConfig config;

    @Inject
    MeterRegistry metrics;

    @Inject
    Garbage garbage;

    @Inject
    RetentionSchedule schedule;

    @Inject
    Worker worker;

    @Inject
    MongoDatabase database;

    private final Api api = Api.ofSomebody();
    private String id;
    private CvPdf pdf;

    @BeforeEach
    void aFinishedCv() {
        id = api.submitted();
        worker.finish(id);
        pdf = worker.job(id).pdf();
    }

    @Test
    void theNoticeIsWrittenOnceHoweverManyReplicasLook() throws InterruptedException {
        Together.run(4, () -> {
            after(NOTICE);
            return true;
        });
        after(NOTICE + 1);

        assertThat(notices()).hasSize(1);
        var notice = notices().getFirst();
        assertThat(notice.getList("audience", String.class)).containsExactly(api.owner());
        assertThat(notice.get("payload", Document.class))
                .containsEntry("name", "Léa Martin")
                .containsEntry("title", "Titre")
                .containsEntry("until", lastDay().toString());
    }

    @Test
    void nothingIsAnnouncedBeforeItsTime() {
        after(82);

        assertThat(notices()).isEmpty();
        assertThat(expiry()).isNull();
    }

    @Test
    void theFileStaysToTheEndOfTheAnnouncedDayAndGoesThen() {
        announceAndSend();

        after(90);
        assertThat(worker.fileExists(pdf)).isTrue();

        after(END);
        assertThat(worker.fileExists(pdf)).isFalse();
        assertThat(garbage.sweep(files)).isNotNegative();
    }

    @Test
    void theJobStaysAndSaysWhatBecameOfItsFile() {
        announceAndSend();
        after(END);

        api.status(id).body("status", equalTo("done")).body("downloadUrl", nullValue());
        api.get("/api/cv/jobs/" + id + "/download").statusCode(410).body("code", equalTo("PDF_GONE"));
        api.get("/api/cv/jobs/" + id + "/picture").statusCode(410);
        api.get("/api/cv/jobs/" + id + "/input").statusCode(200);
        api.get("/cv/" + id)
                .statusCode(200)
                .body(containsString("Le PDF de ce CV est effacé"), containsString("/generate?correct=" + id));
        api.get("/cv").body(containsString("PDF effacé"), not(containsString("/api/cv/jobs/" + id + "/download")));
        api.request().delete("/api/cv/jobs/" + id).then().statusCode(204);
    }

    @Test
    void twoReplicasThatRemoveAtOnceRemoveOnce() throws InterruptedException {
        announceAndSend();

        Together.run(4, () -> {
            after(END);
            return true;
        });

        assertThat(worker.fileExists(pdf)).isFalse();
        assertThat(expiry().goneAt()).isNotNull();
    }

    @Test
    void aNoticeThatWaitsToBeSentKeepsTheFile() {
        after(NOTICE);

        after(END);
        after(END + 200);

        assertThat(worker.fileExists(pdf)).isTrue();
        assertThat(notices()).hasSize(1);
    }

    @Test
    void aNoticeThatFailedKeepsTheFileAndIsWrittenAnew() {
        after(NOTICE);
        settle(false);

        after(NOTICE + 1);
        assertThat(notices()).hasSize(1);
        after(END);
        after(END);

        assertThat(worker.fileExists(pdf)).isTrue();
        assertThat(notices()).hasSize(2);
        after(END + 20);
        assertThat(worker.fileExists(pdf)).isTrue();
    }

    @Test
    void aLongerPlanSparesTheFile() {
        announceAndSend();
        api.onPlan("pro");

        after(END);

        assertThat(worker.fileExists(pdf)).isTrue();
        assertThat(expiry()).isNull();
        api.get("/cv/" + id).body(containsString("Le PDF est gardé jusqu’au"), not(containsString("sera effacé")));
    }

    @Test
    void aFileThatWasKeptMeanwhileDoesNotGoOnTheNoticeOfThen() {
        announceAndSend();
        api.onPlan("pro");
        // No run looks: with longer plans alone, the file is not among those whose end may be near.
        api.onPlan("free");

        after(END + 100);
        assertThat(worker.fileExists(pdf)).isTrue();
        assertThat(expiry()).isNull();

        after(END + 100);
        assertThat(notices()).hasSize(2);
        settle(true);
        after(END + 100);
        assertThat(worker.fileExists(pdf)).isTrue();
        after(END + 108);
        assertThat(worker.fileExists(pdf)).isFalse();
    }

    @Test
    void norDoesOneThatPassedItsLaterEndBetweenTwoRuns() {
        announceAndSend();
        api.onPlan("pro");

        after(367);
        after(367);

        assertThat(worker.fileExists(pdf)).isTrue();
        assertThat(notices()).hasSize(2);
    }

    @Test
    void afterAnOutageOfThreeDaysTheFileGoesOnItsNotice() {
        announceAndSend();

        after(END + 3);

        assertThat(worker.fileExists(pdf)).isFalse();
        assertThat(notices()).hasSize(1);
    }

    @Test
    void aFileThatTheStoreCannotDeleteNowIsDeletedLater() {
        announceAndSend();
        Mishaps.STUCK.add(pdf.blob());

        after(END);
        api.get("/api/cv/jobs/" + id + "/download").statusCode(410);
        assertThat(worker.fileExists(pdf)).isTrue();

        Mishaps.STUCK.remove(pdf.blob());
        garbage.sweep(files);
        assertThat(worker.fileExists(pdf)).isFalse();
    }

    @Test
    void theStatusPageSaysUntilWhenTheFileIsKept() {
        api.get("/cv/" + id).body(containsString("Le PDF est gardé jusqu’au"));

        after(NOTICE);

        api.get("/cv/" + id).body(containsString("Le PDF sera effacé après le"));
    }

    @Test
    void whileMongoDbIsAwayNothingHappensAndItPasses() {
        MongoResource.outage();
        try {
            schedule.tick();
        } finally {
            MongoResource.backAgain();
        }

        Awaitility.await().until(() -> api.request().get("/api/cv/jobs/" + id).statusCode() == 200);
        after(NOTICE);
        assertThat(notices()).hasSize(1);
    }

    private void announceAndSend() {
        after(NOTICE);
        settle(true);
        after(NOTICE);
        assertThat(expiry().toldAt()).isNotNull();
    }

    /** The run as it is so many days after the CV was finished, to the moment: near midnight a second later is another day. */
    private void after(int days) {
        var clock = Clock.fixed(worker.job(id).finishedAt().plus(Duration.ofDays(days)), ZoneOffset.UTC);
        new RetentionRun(expiries, jobs, plans, events, files, retention, config, metrics, clock).run();
    }

    /** What notification-service does with the notices that are open. */
    private void settle(boolean sent) {
        for (var claimed = events.claim(Set.of("cv.expiring"), Duration.ofMinutes(1));
                claimed.isPresent();
                claimed = events.claim(Set.of("cv.expiring"), Duration.ofMinutes(1))) {
            assertThat(sent ? events.done(claimed.get()) : events.failed(claimed.get(), "ADDRESS_INVALID"))
                    .isTrue();
        }
    }

    private LocalDate lastDay() {
        return worker.job(id)
                .finishedAt()
                .plus(Duration.ofDays(90))
                .atZone(ZoneId.of("Europe/Paris"))
                .toLocalDate();
    }

    private FileExpiry expiry() {
        return expiries.of(id).orElse(null);
    }

    private List<Document> notices() {
        return database.getCollection("events")
                .find(and(eq("type", "cv.expiring"), eq("subject", id)))
                .into(new ArrayList<>());
    }
}
