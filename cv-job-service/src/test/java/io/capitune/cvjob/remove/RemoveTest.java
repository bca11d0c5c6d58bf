package io.capitune.cvjob.remove;

import jakarta.inject.Inject;

import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.Garbage;
import io.capitune.cv.job.JobQueue;
import io.capitune.cvjob.Api;
import io.capitune.cvjob.Mishaps;
import io.capitune.cvjob.Worker;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class RemoveTest {

    @Inject
    Worker worker;

    @Inject
    JobQueue queue;

    @Inject
    Garbage garbage;

    @Inject
    BlobStore files;

    private final Api api = Api.ofSomebody();

    @Test
    void queuedJobIsCancelledAndItsUnitGivenBack() {
        var id = api.submitted();

        remove(id, 204);

        api.status(id).statusCode(404);
        assertThat(api.used()).isZero();
    }

    @Test
    void runningJobIsCancelledAndItsWorkerLosesIt() {
        var id = api.submitted();
        var claim = worker.claim(id);

        remove(id, 204);

        assertThat(queue.fail(claim, FailureCode.INTERNAL, "too late")).isFalse();
        assertThat(api.used()).isZero();
    }

    @Test
    void doneJobGoesWithItsFileAndKeepsItsUnit() {
        var id = api.submitted();
        worker.finish(id);
        var pdf = worker.job(id).pdf();

        remove(id, 204);

        assertThat(worker.fileExists(pdf)).isFalse();
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void fileThatCannotBeDeletedNowIsDeletedLater() {
        var id = api.submitted();
        worker.finish(id);
        var pdf = worker.job(id).pdf();
        Mishaps.STUCK.add(pdf.blob());

        remove(id, 204);
        api.status(id).statusCode(404);
        garbage.sweep(files);
        assertThat(worker.fileExists(pdf)).isTrue();

        Mishaps.STUCK.remove(pdf.blob());
        garbage.sweep(files);
        assertThat(worker.fileExists(pdf)).isFalse();
    }

    @Test
    void failedJobGivesNothingBackTwice() {
        api.submitted();
        var id = api.submitted();
        worker.fail(id, FailureCode.PRINT_FAILED);

        remove(id, 204);

        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void removedJobIsNotThereToBeRemoved() {
        var id = api.submitted();
        remove(id, 204);

        remove(id, 404);
    }

    private void remove(String id, int expected) {
        api.request().delete("/api/cv/jobs/" + id).then().statusCode(expected);
    }
}
