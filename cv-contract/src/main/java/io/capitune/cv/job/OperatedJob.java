package io.capitune.cv.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A job as an operator sees it: where it stands and what happened to it, never what a person wrote. What cannot be read is
 * null, since operators look at broken jobs most of all.
 *
 * @param ageSeconds since it was submitted, by the database's clock
 * @param owner the account's id
 * @param source {@code resume} or {@code text}
 * @param composer who composed it, once it is composed
 * @param attempts how often it was claimed
 * @param losses how many leases ended while a worker held it
 * @param reason why it failed last, in the words of the step that did
 * @param retriedBy the job that tries again what failed here
 */
public record OperatedJob(
        String id,
        @Nullable String status,
        @Nullable Long ageSeconds,
        @Nullable String owner,
        @Nullable String cv,
        @Nullable Integer corrections,
        @Nullable String period,
        @Nullable String source,
        @Nullable String language,
        @Nullable String template,
        @Nullable String pageSize,
        @Nullable String composer,
        @Nullable String stage,
        @Nullable Integer attempts,
        @Nullable Integer losses,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String retriedBy,
        @Nullable Integer pages,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant notBefore,
        @Nullable Instant leaseUntil,
        @Nullable Instant finishedAt) {}
