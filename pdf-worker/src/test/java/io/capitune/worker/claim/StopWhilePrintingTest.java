package io.capitune.worker.claim;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.Stage;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.lease.HeldClaims;
import io.capitune.worker.pipeline.RenderStub;
import io.capitune.worker.pipeline.Submissions;
import io.capitune.worker.pipeline.WithRenderStub;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Has a worker of its own, since it does not work afterwards. */
@QuarkusTest
@TestProfile(StopWhilePrintingTest.OneLane.class)
@WithMongo
@WithTokens
@WithRenderStub
class StopWhilePrintingTest {

    public static class OneLane implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "capitune.print.lanes", "1",
                    "capitune.print.timeout", "30s",
                    "capitune.worker.max-pages", "10000",
                    "capitune.worker.shutdown-grace", "1m");
        }
    }

    /** So long that a print lasts until it is looked at. */
    private static final String LONG = "<h1>Zoé Test</h1><p>Comptable</p>" + "<p>Encore</p>".repeat(8_000);

    @Inject
    ClaimLoop loop;

    @Inject
    HeldClaims claims;

    @Inject
    Submissions submissions;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    /** What other tests left in the queue is no load of this one. */
    @BeforeEach
    void emptyQueue() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        await().atMost(Duration.ofSeconds(30)).until(() -> claims.count() == 0);
    }

    @Test
    void whatWaitsForALaneIsPutBackAtOnceAndWhatIsPrintedIsFinished() throws InterruptedException {
        var owner = random.id();
        RenderStub.answers(LONG);
        var ids =
                Stream.generate(() -> submissions.submit(owner, false)).limit(3).toList();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> claims.at(stage -> stage == Stage.PRINTING).size() == 1);
        var printing =
                claims.at(stage -> stage == Stage.PRINTING).getFirst().job().id();
        signal("STOP");
        await().until(() -> claims.at(stage -> stage == Stage.RENDERING).size() == 2);

        var stop = Thread.ofPlatform().start(() -> {
            try {
                loop.stop(new ShutdownEvent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> claims.count() == 1);

        var others =
                jobs(ids).stream().filter(job -> !job.id().equals(printing)).toList();
        assertThat(others).extracting(CvJob::status).containsOnly(CvJobStatus.QUEUED);
        assertThat(others).as("no try is lost").extracting(CvJob::attempts).containsOnly(0);
        assertThat(submissions.job(printing).status()).isEqualTo(CvJobStatus.RUNNING);

        signal("CONT");
        assertThat(submissions.ended(printing).status()).isEqualTo(CvJobStatus.DONE);
        stop.join();
        assertThat(jobs(ids)).extracting(CvJob::status).containsOnlyOnce(CvJobStatus.DONE);
    }

    private List<CvJob> jobs(List<String> ids) {
        return ids.stream().map(submissions::job).toList();
    }

    private static void signal(String signal) {
        ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").contains("headless"))
                .forEach(browser -> signal(signal, browser.pid()));
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
