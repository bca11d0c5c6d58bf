package io.capitune.worker.claim;

import java.time.Duration;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.JobQueue;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.worker.lease.HeldClaims;
import io.capitune.worker.pipeline.JobRun;
import io.capitune.worker.pipeline.RenderStub;
import io.capitune.worker.pipeline.Submissions;
import io.capitune.worker.pipeline.WithRenderStub;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@TestProfile(NextClaimTest.NoBrowser.class)
@WithMongo
@WithTokens
@WithRenderStub
class NoBrowserTest {

    @Inject
    JobQueue queue;

    @Inject
    HeldClaims held;

    @Inject
    JobRun jobs;

    @Inject
    Submissions submissions;

    @Inject
    MongoDatabase database;

    @Inject
    RandomTokens random;

    @Test
    void workerWithoutABrowserIsNotReady() {
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Chromium' }.status", is("DOWN"))
                .body("checks.find { it.name == 'Claims' }.status", is("UP"));
    }

    @Test
    void jobThatNoLaneCameToIsHandedBackAndKeepsItsTries() {
        database.getCollection(CvJobs.COLLECTION).deleteMany(new Document());
        RenderStub.answers("<h1>Zoé Test</h1><p>Comptable</p>");
        var id = submissions.submit(random.id(), false);
        var claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();
        held.add(claim);

        jobs.run(claim);

        var job = submissions.job(id);
        assertThat(job.status()).isEqualTo(CvJobStatus.QUEUED);
        assertThat(job.failureReason()).isEqualTo("no lane printed it in time");
        assertThat(job.outages()).isEqualTo(1);
    }
}
