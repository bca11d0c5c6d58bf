package io.capitune.cv.job;

import java.time.Instant;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One job of collection {@code cv_jobs}.
 *
 * @param v schema version
 * @param cv the CV it prints: the id of the first job, shared by corrections and retries of it
 * @param corrections which correction of the CV it is, 0 being what was submitted first; its retries have the same number
 * @param period the month whose unit it reserved ({@code 2026-11}); null where it costs none
 * @param rank order of claims and of {@code position}: lower is sooner
 * @param attempts how often it was claimed
 * @param outages how many of these tries ended since something outside of the worker was away; null where none did
 * @param notBefore when a job that waits after an error may be claimed again
 * @param claimToken fences the writes of the worker that holds it
 * @param failure why it failed; with {@code failureReason} for the operator
 * @param retriedBy the last retry of what failed: written to all that failed of one number, so that simultaneous retries meet
 * @param modelCost what its language model cost until now, in all its tries; null where none was asked
 */
public record CvJob(
        @BsonId String id,
        int v,
        String owner,
        CvJobStatus status,
        @Nullable Stage stage,
        CvInput input,
        String cv,
        int corrections,
        @Nullable String period,
        long rank,
        int attempts,
        @Nullable Instant notBefore,
        @Nullable String claimToken,
        @Nullable Instant leaseUntil,
        @Nullable Composition composition,
        @Nullable CvPdf pdf,
        @Nullable Proof proof,
        @Nullable FailureCode failure,
        @Nullable String failureReason,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String retriedBy,
        @Nullable ModelCost modelCost,
        @Nullable Integer outages) {

    /** The current schema version. */
    public static final int VERSION = 1;

    /** A job to be queued. */
    public static CvJob queued(
            String id,
            String owner,
            CvInput input,
            String cv,
            int corrections,
            @Nullable String period,
            long rank,
            @Nullable Composition composition,
            Instant createdAt) {
        return new CvJob(
                id,
                VERSION,
                owner,
                CvJobStatus.QUEUED,
                null,
                input,
                cv,
                corrections,
                period,
                rank,
                0,
                null,
                null,
                null,
                composition,
                null,
                null,
                null,
                null,
                createdAt,
                null,
                null,
                null,
                null,
                null);
    }
}
