package io.capitune.cvjob.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvFiles;
import io.capitune.cv.job.CvFiles.CvFile;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.JobQueue;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Mishaps;
import io.capitune.cvjob.Worker;
import io.capitune.cvjob.storage.StorageReport.Fault;
import io.capitune.cvjob.storage.StorageReport.MissingFile;
import io.capitune.platform.PlatformConfig;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.storage.StoredBlob;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Findings are looked up by name: other tests leave files of their own in the same store. */
@QuarkusTest
@WithMongo
@WithTokens
class StorageCheckTest {

    /** What is only just written is older than that. */
    private static final Duration GROWN_OLD = Duration.ofHours(-1);

    private static final int A_HANDFUL = 10;

    private static final byte[] HALF = "half a file".getBytes(UTF_8);

    @Inject
    Worker worker;

    @Inject
    JobQueue queue;

    @Inject
    BlobStore store;

    @Inject
    CvFiles files;

    @Inject
    StorageReports reports;

    @Inject
    StorageConfig config;

    @Inject
    PlatformConfig platform;

    @Inject
    MongoDatabase database;

    private final Api api = Api.ofSomebody();

    @AfterEach
    void storeIsBack() {
        Mishaps.away = false;
        Mishaps.late = Duration.ZERO;
        Mishaps.UNREADABLE.clear();
    }

    @Test
    void whatAWorkerLeftThatWasKilledBetweenStoringAndCompletingIsAnOrphan() {
        worker.claimAll();
        var id = api.submitted();
        assertThat(queue.claim(Duration.ofMillis(1)).orElseThrow().job().id()).isEqualTo(id);
        var left = store.put(HALF, "pdf");
        Awaitility.await().until(() -> {
            queue.recover(4);
            return worker.job(id).status() == CvJobStatus.QUEUED
                    && worker.job(id).notBefore() == null;
        });
        worker.finish(id);

        assertThat(later().run().orphanNames()).contains(left).doesNotContain(pdf(id).blob());
        deleteOrphans(later());

        assertThat(store.size(left)).isEmpty();
        assertThat(worker.fileExists(pdf(id))).isTrue();
    }

    @Test
    void aFileThatIsBeingStoredNowIsNoOrphan() {
        var young = store.put(HALF, "pdf");

        assertThat(now().run().orphanNames()).doesNotContain(young);
        deleteOrphans(now());

        assertThat(store.size(young)).isPresent();
    }

    @Test
    void norIsItWhereTheStoresClockIsLaterThanOurs() {
        Mishaps.late = Duration.ofDays(2);
        var young = store.put(HALF, "pdf");

        assertThat(now().run().orphanNames()).doesNotContain(young);
        deleteOrphans(now());

        assertThat(store.size(young)).isPresent();
    }

    @Test
    void aFileWhoseJobIsCompletedBeforeItsTurnComesIsNotDeleted() {
        var id = api.submitted();
        worker.finish(id);
        var pdf = pdf(id);
        var job = jobs().find(eq(id)).first();
        jobs().updateOne(eq(id), unset("pdf"));
        var walk = new StorageWalk(store, files, grace(GROWN_OLD)) {
            @Override
            void run(Consumer<StoredBlob> stored, Consumer<StoredBlob> orphan, BiConsumer<CvFile, Fault> missing) {
                var orphans = new ArrayList<String>();
                super.run(stored, orphan.andThen(blob -> orphans.add(blob.name())), missing);
                assertThat(orphans).contains(pdf.blob());
                jobs().updateOne(eq(id), set("pdf", job.get("pdf")));
            }
        };

        deleteOrphans(check(walk, grace(GROWN_OLD)));

        assertThat(worker.fileExists(pdf)).isTrue();
    }

    @Test
    void aFileThatWaitsToBeDeletedIsNoOrphan() {
        var id = api.submitted();
        worker.finish(id);
        var pdf = pdf(id);
        Mishaps.STUCK.add(pdf.blob());
        api.request().delete("/api/cv/jobs/" + id).then().statusCode(204);

        assertThat(worker.fileExists(pdf)).isTrue();
        assertThat(later().run().orphanNames()).doesNotContain(pdf.blob());
    }

    @Test
    void aFileWhoseWriteWasNeverFinishedIsAnOrphan() throws IOException {
        var whole = store.put(HALF, "pdf");
        var part = Files.copy(path(whole), path(whole).resolveSibling(whole + ".part"));

        assertThat(later().run().orphanNames()).contains(whole + ".part");
        deleteOrphans(later());

        assertThat(part).doesNotExist();
    }

    @Test
    void whereMostOfAllFilesWouldGoNoneDoesUnlessThatIsSaid() {
        var kept = later().run().files();
        var others = Stream.generate(() -> store.put(HALF, "pdf"))
                .limit(kept + A_HANDFUL + 1)
                .toList();

        assertThatThrownBy(() -> later().orphans(false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo("ORPHANS_ARE_MOST"));
        assertThat(others).allMatch(name -> store.size(name).isPresent());

        deleteOrphans(later());
        assertThat(others).allMatch(name -> store.size(name).isEmpty());
    }

    @Test
    void aHandfulMayBeMostOfAFewFiles() {
        assertThat(orphans(A_HANDFUL, A_HANDFUL).areMost()).isFalse();
        assertThat(orphans(A_HANDFUL + 1, 2 * A_HANDFUL + 2).areMost()).isFalse();
        assertThat(orphans(A_HANDFUL + 1, 2 * A_HANDFUL + 1).areMost()).isTrue();
    }

    private static StorageCheck.Orphans orphans(int count, long files) {
        return new StorageCheck.Orphans(Collections.nCopies(count, new StoredBlob("a.pdf", 1, Instant.EPOCH)), files);
    }

    /** The store is all tests' own: what they leave in it may well be most of it. */
    private static void deleteOrphans(StorageCheck check) {
        check.delete(check.orphans(true));
    }

    @Test
    void aFinishedJobWhoseFileIsGoneIsFound() {
        var id = api.submitted();
        worker.finish(id);
        worker.loseFile(id);

        assertThat(later().run().missingFiles()).contains(new MissingFile(id, pdf(id).blob(), Fault.GONE));
    }

    @Test
    void aTruncatedFileIsFound() throws IOException {
        var id = finishedWith(HALF);

        assertThat(later().run().missingFiles()).contains(new MissingFile(id, pdf(id).blob(), Fault.LENGTH));
    }

    @Test
    void changedBytesAreFoundInTheCourseOfManyChecksAndToldUntilMended() throws IOException {
        var id = api.submitted();
        var bytes = worker.finish(id);
        var before = bytes.clone();
        bytes[bytes.length / 2]++;
        Files.write(path(pdf(id).blob()), bytes);
        var damaged = new MissingFile(id, pdf(id).blob(), Fault.CHECKSUM);
        var slow = checkReading(1);

        var rounds = files.page(null, 1000).size() + 1;
        var found = 0;
        for (var i = 0; i < rounds; i++) {
            found += slow.run().missingFiles().contains(damaged) ? 1 : 0;
        }
        assertThat(found).isPositive();
        assertThat(slow.run().missingFiles()).contains(damaged);
        assertThat(slow.run().missingFiles()).contains(damaged);

        Files.write(path(pdf(id).blob()), before);
        assertThat(slow.run().missingFiles()).doesNotContain(damaged);
    }

    @Test
    void aFileThatCannotBeOpenedIsToldAndKeepsNoOtherFromBeingRead() {
        var id = api.submitted();
        worker.finish(id);
        Mishaps.UNREADABLE.add(pdf(id).blob());

        var report = later().run();

        assertThat(report.missingFiles()).contains(new MissingFile(id, pdf(id).blob(), Fault.CHECKSUM));
        assertThat(report.read()).isEqualTo(files.page(null, 1000).size());
    }

    @Test
    void aStoreThatGoesAwayWhileFilesAreReadSaysNothingOfThem() {
        worker.finish(api.submitted());
        Mishaps.away = true;

        assertThatThrownBy(() -> new Checksums(store, files, config).next(null, List.of()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aSoundJobIsNeitherOrphanNorMissing() {
        var id = api.submitted();
        worker.finish(id);

        var report = later().run();

        assertThat(report.files()).isPositive();
        assertThat(report.missingFiles()).noneMatch(missing -> missing.job().equals(id));
        assertThat(report.orphanNames()).doesNotContain(pdf(id).blob());
    }

    @Test
    void whileTheStoreIsAwayNothingIsReportedAndTheLastReportStays() {
        var last = later().run();
        Mishaps.away = true;

        assertThatThrownBy(() -> later().run()).isInstanceOf(UncheckedIOException.class);

        assertThat(reports.latest().orElseThrow().report().files()).isEqualTo(last.files());
    }

    private String finishedWith(byte[] other) throws IOException {
        var id = api.submitted();
        worker.finish(id);
        Files.write(path(pdf(id).blob()), other);
        return id;
    }

    private CvPdf pdf(String id) {
        return worker.job(id).pdf();
    }

    private Path path(String blob) {
        return platform.storage().folder().resolve(blob.substring(0, 2)).resolve(blob);
    }

    /** A check when all that is there has grown old. */
    private StorageCheck later() {
        return check(grace(GROWN_OLD));
    }

    private StorageCheck now() {
        return check(config);
    }

    private StorageCheck checkReading(int checksums) {
        return check(new Settings(config.every(), GROWN_OLD, checksums));
    }

    private StorageConfig grace(Duration grace) {
        return new Settings(config.every(), grace, config.checksums());
    }

    private StorageCheck check(StorageConfig settings) {
        return check(new StorageWalk(store, files, settings), settings);
    }

    private StorageCheck check(StorageWalk walk, StorageConfig settings) {
        var checksums = new Checksums(store, files, settings);
        return new StorageCheck(walk, checksums, reports, files, store, Clock.systemUTC());
    }

    private MongoCollection<Document> jobs() {
        return database.getCollection(CvJobs.COLLECTION);
    }

    private record Settings(Duration every, Duration grace, int checksums) implements StorageConfig {}
}
