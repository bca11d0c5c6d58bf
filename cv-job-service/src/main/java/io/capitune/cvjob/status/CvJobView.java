package io.capitune.cvjob.status;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a job stands. Every key is always there.
 *
 * @param status {@code queued}, {@code running}, {@code done} or {@code failed}
 * @param stage {@code composing}, {@code rendering}, {@code printing}, {@code proving} or {@code storing} while it runs
 * @param position 1 to 100, then {@code "100+"}; null unless queued
 * @param downloadUrl path of the PDF once done; null again when it is gone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CvJobView(
        String id,
        String status,
        @Nullable String stage,

        @Schema(oneOf = {Integer.class, String.class}) @Nullable
        Object position,

        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String downloadUrl,
        @Nullable Failure failure) {

    /**
     * Why it failed.
     *
     * @param code stable
     * @param detail in the reader's language
     * @param retryable whether the same input may succeed another time
     */
    public record Failure(String code, String detail, boolean retryable) {}
}
