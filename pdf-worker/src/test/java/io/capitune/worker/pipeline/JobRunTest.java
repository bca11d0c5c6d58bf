package io.capitune.worker.pipeline;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Vetoed;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.job.Proof;
import io.capitune.cv.job.ScriptedQueue;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.storage.StoredBlob;
import io.capitune.worker.WorkerConfig;
import io.capitune.worker.lease.HeldClaims;
import io.capitune.worker.prove.Prover;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of a job when the last steps go wrong. */
class JobRunTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final WorkerConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(WorkerConfig.class)
            .withDefaultValue("capitune.worker.outage-patience", AN_HOUR.toMinutes() + "m")
            .build()
            .getConfigMapping(WorkerConfig.class);

    private static final Claim CLAIM = claim(1, 0);

    /** Prints at once, or fails at once. */
    @Vetoed
    private static class InstantPipeline extends Pipeline {

        private final @Nullable StepException failure;

        InstantPipeline(@Nullable StepException failure) {
            super(null, null, null, null, null, null, null, null, null, null);
            this.failure = failure;
        }

        @Override
        Printed print(Claim claim) {
            if (failure != null && failure.code() != FailureCode.PROOF_FAILED) {
                throw failure;
            }
            var document = new CvDocument("fr", "Zoé", null, List.of(), null, List.of());
            return new Printed(new byte[] {1}, new Composition(document, Composition.RULES, List.of(), List.of()));
        }

        @Override
        Prover.Result prove(Claim claim, Printed printed) {
            if (failure != null) {
                throw failure;
            }
            return new Prover.Result(new Proof(List.of(), 0, "Zoé"), 1);
        }

        @Override
        <T> T timed(String step, Supplier<T> work) {
            return work.get();
        }
    }

    /** Keeps names only, or refuses everything. */
    private static final class Shelf implements BlobStore {

        private final Set<String> names = ConcurrentHashMap.newKeySet();
        private final AtomicInteger puts = new AtomicInteger();
        private final boolean full;

        Shelf(boolean full) {
            this.full = full;
        }

        @Override
        public String put(byte[] bytes, String extension) {
            if (full) {
                throw new UncheckedIOException(new FileSystemException("no space left"));
            }
            var name = "file-" + names.size() + "." + extension;
            names.add(name);
            puts.incrementAndGet();
            return name;
        }

        @Override
        public InputStream open(String name) {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public InputStream open(String name, long from, long to) {
            return open(name);
        }

        @Override
        public OptionalLong size(String name) {
            return OptionalLong.empty();
        }

        @Override
        public List<StoredBlob> list(@Nullable String after, int limit) {
            return List.of();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void delete(String name) {
            names.remove(name);
        }
    }

    /** A claim of a job that had to wait for an hour. */
    private static Claim claim(int attempts, int outages) {
        return claim(attempts, outages, AN_HOUR);
    }

    private static Claim claim(int attempts, int outages, Duration age) {
        var input = new CvInput("{}", null, null, null, "fr", "classique", "A4", false);
        var job = CvJob.queued("job", "owner", input, "job", 0, "2026-11", 0, null, Instant.EPOCH);
        return new Claim(
                new CvJob(
                        job.id(),
                        job.v(),
                        job.owner(),
                        job.status(),
                        null,
                        input,
                        job.cv(),
                        0,
                        job.period(),
                        0,
                        attempts,
                        null,
                        "token",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        job.createdAt(),
                        job.createdAt().plus(age),
                        null,
                        null,
                        null,
                        outages),
                "token");
    }

    private static void run(ScriptedQueue queue, BlobStore files, int attempts, @Nullable StepException failure) {
        run(queue, files, claim(attempts, failure == null || failure.isOutage() ? attempts - 1 : 0), failure);
    }

    private static void run(ScriptedQueue queue, BlobStore files, Claim claim, @Nullable StepException failure) {
        var claims = new HeldClaims(queue, CONFIG);
        claims.add(claim);
        jobs(new InstantPipeline(failure), queue, claims, files).run(claim);
    }

    @Test
    void stackThatAJobOverflowsSettlesIt() {
        var queue = new ScriptedQueue(false);
        var overflows = new InstantPipeline(null) {
            @Override
            Printed print(Claim claim) {
                throw new StackOverflowError();
            }
        };

        jobs(overflows, queue, held(queue), new Shelf(false)).run(CLAIM);

        assertThat(queue.told).containsExactly("handed back");
    }

    @Test
    void stackThatAProofOverflowsLeavesNoFile() {
        var queue = new ScriptedQueue(false);
        var files = new Shelf(false);
        var overflows = new InstantPipeline(null) {
            @Override
            Prover.Result prove(Claim claim, Printed printed) {
                throw new StackOverflowError();
            }
        };

        jobs(overflows, queue, held(queue), files).run(CLAIM);

        await().until(() -> files.puts.get() == 1 && files.names.isEmpty());
        assertThat(queue.told).containsExactly("handed back");
    }

    private static HeldClaims held(ScriptedQueue queue) {
        var claims = new HeldClaims(queue, CONFIG);
        claims.add(CLAIM);
        return claims;
    }

    @Test
    void completionWhoseAnswerIsLostKeepsItsFile() {
        var files = new Shelf(false);
        var queue = new ScriptedQueue(true);
        run(queue, files, 1, null);
        assertThat(files.names).hasSize(1);
        assertThat(queue.told).isEmpty();
    }

    @Test
    void fileOfACompletionThatCannotBecomeDurableAnyMoreIsDeleted() {
        var files = new Shelf(false);
        var queue = new ScriptedQueue(false);
        queue.away = 1;
        run(queue, files, 1, null);
        assertThat(queue.told).containsExactly("handed back after an outage");
        assertThat(files.puts).hasValue(1);
        assertThat(files.names).isEmpty();
    }

    @Test
    void fileOfACompletionOfUnknownOutcomeIsLeftToTheStorageCheck() {
        var files = new Shelf(false);
        var queue = new ScriptedQueue(false);
        queue.away = Integer.MAX_VALUE;
        var claims = new HeldClaims(queue, CONFIG);
        var claim = claim(1, 0);
        claims.add(claim);
        var run = Thread.ofVirtual().start(() -> jobs(queue, claims, files).run(claim));
        await().until(() -> queue.away < Integer.MAX_VALUE);

        claims.remove(claim);

        await().until(() -> !run.isAlive());
        assertThat(files.names).hasSize(1);
    }

    @Test
    void jobIsHandedBackAsSoonAsMongoDbIsThereAndHeldUntilThen() {
        var queue = new ScriptedQueue(false);
        queue.away = 3;
        run(queue, new Shelf(false), 1, null);
        assertThat(queue.told).containsExactly("handed back after an outage");
        assertThat(queue.away).isZero();
    }

    @Test
    void jobThatFailsWhileMongoDbIsAwayFailsAfterwards() {
        var queue = new ScriptedQueue(false);
        queue.away = 2;
        run(queue, new Shelf(false), 1, StepException.lasting(FailureCode.TOO_LONG, "13 pages"));
        assertThat(queue.told).containsExactly("failed TOO_LONG");
    }

    @Test
    void jobThatWasLostWhileMongoDbWasAwayIsLetGo() {
        var queue = new ScriptedQueue(false);
        queue.away = Integer.MAX_VALUE;
        var claims = new HeldClaims(queue, CONFIG);
        var claim = claim(1, 0);
        claims.add(claim);
        var run = Thread.ofVirtual()
                .start(() -> jobs(queue, claims, new Shelf(false)).run(claim));
        await().until(() -> queue.away < Integer.MAX_VALUE);
        assertThat(claims.holds(claim)).as("its lease is renewed").isTrue();

        claims.remove(claim);

        await().until(() -> !run.isAlive());
        assertThat(queue.told).isEmpty();
    }

    private static JobRun jobs(ScriptedQueue queue, HeldClaims claims, BlobStore files) {
        return jobs(new InstantPipeline(null), queue, claims, files);
    }

    private static JobRun jobs(Pipeline pipeline, ScriptedQueue queue, HeldClaims claims, BlobStore files) {
        return new JobRun(
                pipeline, queue, claims, new PdfFiles(files), CONFIG, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    @Test
    void fileThatIsNotProvedIsNotKept() {
        var files = new Shelf(false);
        var queue = new ScriptedQueue(false);
        run(queue, files, 1, StepException.lasting(FailureCode.PROOF_FAILED, "a field is missing"));
        await().until(() -> files.puts.get() == 1 && files.names.isEmpty());
        assertThat(queue.told).containsExactly("failed PROOF_FAILED");
    }

    @Test
    void storageThatRefusesIsWaitedForAndThenFailsTheJob() {
        var queue = new ScriptedQueue(false);
        run(queue, new Shelf(true), CONFIG.outageAttempts() - 1, null);
        run(queue, new Shelf(true), CONFIG.outageAttempts(), null);
        assertThat(queue.told).containsExactly("handed back after an outage", "failed STORAGE_FAILED");
    }

    @Test
    void outageFailsNoJobThatIsYoungHoweverOftenItWasTried() {
        var queue = new ScriptedQueue(false);
        var away = StepException.outage(FailureCode.RENDER_FAILED, "away", null, new IllegalStateException());
        run(queue, new Shelf(false), claim(101, 100, AN_HOUR.minusSeconds(1)), away);
        run(queue, new Shelf(false), claim(101, 100, AN_HOUR), away);
        assertThat(queue.told).containsExactly("handed back after an outage", "failed RENDER_FAILED");
    }

    @Test
    void outageOfTwoMinutesIsSurvived() {
        var waited = Duration.ZERO;
        for (var attempt = 1; attempt < CONFIG.outageAttempts(); attempt++) {
            var queue = new ScriptedQueue(false);
            run(queue, new Shelf(true), attempt, null);
            assertThat(queue.waits).isLessThanOrEqualTo(CONFIG.longestBackoff());
            waited = waited.plus(queue.waits);
        }
        assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void waitThatWasAskedForIsKeptWithinReason() {
        assertThat(waitAskedFor(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(60));
        assertThat(waitAskedFor(Duration.ofMillis(1))).isGreaterThan(Duration.ofSeconds(1));
        assertThat(waitAskedFor(Duration.ofDays(9))).isEqualTo(CONFIG.longestPause());
    }

    private static Duration waitAskedFor(Duration asked) {
        var queue = new ScriptedQueue(false);
        var away = StepException.outage(FailureCode.MODEL_UNAVAILABLE, "later", asked, new IllegalStateException());
        run(queue, new Shelf(false), 1, away);
        return queue.waits;
    }

    @Test
    void outagesThatWereWaitedForCostNoTryOfAnotherKind() {
        var queue = new ScriptedQueue(false);
        var failure = StepException.passing(FailureCode.PRINT_FAILED, "tab crashed", null);
        run(queue, new Shelf(false), claim(CONFIG.maxAttempts() + 3, CONFIG.maxAttempts() + 2), failure);
        assertThat(queue.told).containsExactly("handed back");
    }

    @Test
    void whatIsNoOutageGivesUpSooner() {
        var queue = new ScriptedQueue(false);
        var failure = StepException.passing(FailureCode.PRINT_FAILED, "tab crashed", null);
        run(queue, new Shelf(false), CONFIG.maxAttempts() - 1, failure);
        run(queue, new Shelf(false), CONFIG.maxAttempts(), failure);
        run(queue, new Shelf(false), 1, StepException.lasting(FailureCode.TOO_LONG, "13 pages"));
        assertThat(queue.told).containsExactly("handed back", "failed PRINT_FAILED", "failed TOO_LONG");
    }
}
