package io.capitune.worker.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.capitune.cv.job.Claim;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.ScriptedQueue;
import io.capitune.cv.job.Stage;
import io.capitune.worker.WorkerConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class HeldClaimsTest {

    private final CountDownLatch forever = new CountDownLatch(1);
    private final ScriptedQueue queue = new ScriptedQueue(false);
    private final HeldClaims claims = new HeldClaims(queue, config("3m"));
    private final Claim claim = new Claim(
            CvJob.queued(
                    "job",
                    "owner",
                    new CvInput("{}", null, null, null, "fr", "classique", "A4", false),
                    "job",
                    0,
                    "2026-11",
                    0,
                    null,
                    Instant.EPOCH),
            "token");

    @Test
    void jobThatHangsLosesItsLeaseAndItsThreadIsInterrupted() {
        var impatient = new HeldClaims(queue, config("1ms"));
        var worker = worksUntilInterruptedAt(Stage.PRINTING, impatient);

        await().until(() -> {
            impatient.renew();
            return !impatient.holds(claim);
        });

        await().until(() -> !worker.isAlive());
        assertThatThrownBy(() -> impatient.enter(claim, Stage.PROVING)).isInstanceOf(ClaimLostException.class);
    }

    private static WorkerConfig config(String longestStage) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(WorkerConfig.class)
                .withDefaultValue("capitune.worker.longest-stage", longestStage)
                .build()
                .getConfigMapping(WorkerConfig.class);
    }

    private Thread worksUntilInterruptedAt(Stage stage, HeldClaims held) {
        var worker = Thread.ofVirtual().start(() -> {
            held.add(claim);
            held.begin(claim);
            held.enter(claim, stage);
            try {
                forever.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> held.at(at -> at == stage).size() == 1);
        return worker;
    }

    @Test
    void workOnAClaimThatIsFoundLostEndsAtOnce() {
        var worker = worksUntilInterruptedAt(Stage.COMPOSING, claims);
        queue.lost = List.of(claim);

        claims.renew();

        assertThat(claims.holds(claim)).isFalse();
        await().until(() -> !worker.isAlive());
    }

    @Test
    void lastWriteIsNotInterruptedSinceItMayBeWhatEndedTheClaim() {
        var worker = worksUntilInterruptedAt(Stage.STORING, claims);
        queue.lost = List.of(claim);

        claims.renew();

        assertThat(claims.holds(claim)).isFalse();
        assertThat(worker.isInterrupted()).isFalse();
        forever.countDown();
        await().until(() -> !worker.isAlive());
    }

    @Test
    void whatSettlesAJobIsNotInterruptedEitherNorIsItsStageTold() {
        var worker = worksUntilInterruptedAt(Stage.PROVING, claims);
        claims.settle(claim);
        queue.lost = List.of(claim);

        claims.tell();
        assertThat(queue.told).isEmpty();
        claims.renew();

        assertThat(claims.holds(claim)).isFalse();
        assertThat(worker.isInterrupted()).isFalse();
        forever.countDown();
        await().until(() -> !worker.isAlive());
    }

    @Test
    void claimThatWasPutBackBeforeAnybodyCameToItIsWorkedOnByNobody() {
        claims.add(claim);
        claims.abandon(claim);

        assertThatThrownBy(() -> claims.begin(claim)).isInstanceOf(ClaimLostException.class);

        assertThat(claims.count()).isZero();
    }

    @Test
    void stoppingWaitsUntilNoneIsHeld() throws InterruptedException {
        claims.add(claim);
        assertThat(claims.awaitNone(Duration.ofMillis(1))).isFalse();

        Thread.ofVirtual().start(() -> claims.remove(claim));

        assertThat(claims.awaitNone(Duration.ofSeconds(10))).isTrue();
    }
}
