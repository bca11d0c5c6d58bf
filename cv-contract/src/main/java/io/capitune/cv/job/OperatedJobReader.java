package io.capitune.cv.job;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads an {@link OperatedJob}, field by field and leniently. */
final class OperatedJobReader {

    /** What is read of a job: an aggregation's projection that leaves behind all that a person wrote. */
    static final Document FIELDS = new Document("status", 1)
            .append("owner", 1)
            .append("cv", 1)
            .append("corrections", 1)
            .append("period", 1)
            .append("stage", 1)
            .append("attempts", 1)
            .append("losses", 1)
            .append("failure", 1)
            .append("failureReason", 1)
            .append("retriedBy", 1)
            .append("createdAt", 1)
            .append("startedAt", 1)
            .append("notBefore", 1)
            .append("leaseUntil", 1)
            .append("finishedAt", 1)
            .append("input.language", 1)
            .append("input.template", 1)
            .append("input.pageSize", 1)
            .append("composition.composer", 1)
            .append("pdf.pages", 1)
            .append("source", source())
            .append("ageSeconds", age());

    private OperatedJobReader() {}

    private static Document source() {
        var text = new Document("$eq", List.of(new Document("$type", "$input.text"), "string"));
        return new Document("$cond", List.of(text, "text", "resume"));
    }

    private static Document age() {
        var date = new Document("$eq", List.of(new Document("$type", "$createdAt"), "date"));
        var millis = new Document("$subtract", List.of("$$NOW", "$createdAt"));
        var seconds = new Document("$toLong", new Document("$divide", List.of(millis, 1000)));
        return new Document("$cond", List.of(date, seconds, "$$REMOVE"));
    }

    static OperatedJob read(Document found) {
        return new OperatedJob(
                String.valueOf(found.get("_id")),
                text(found, "status"),
                number(found, "ageSeconds") instanceof Number age ? Long.valueOf(age.longValue()) : null,
                text(found, "owner"),
                text(found, "cv"),
                whole(found, "corrections"),
                text(found, "period"),
                text(found, "source"),
                text(found, "input", "language"),
                text(found, "input", "template"),
                text(found, "input", "pageSize"),
                text(found, "composition", "composer"),
                text(found, "stage"),
                whole(found, "attempts"),
                whole(found, "losses"),
                text(found, "failure"),
                text(found, "failureReason"),
                text(found, "retriedBy"),
                whole(found, "pdf", "pages"),
                time(found, "createdAt"),
                time(found, "startedAt"),
                time(found, "notBefore"),
                time(found, "leaseUntil"),
                time(found, "finishedAt"));
    }

    private static @Nullable Object value(Document found, String... path) {
        Object value = found;
        for (var name : path) {
            value = value instanceof Document inner ? inner.get(name) : null;
        }
        return value;
    }

    private static @Nullable String text(Document found, String... path) {
        return value(found, path) instanceof String text ? text : null;
    }

    private static @Nullable Number number(Document found, String... path) {
        return value(found, path) instanceof Number number ? number : null;
    }

    private static @Nullable Integer whole(Document found, String... path) {
        return number(found, path) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    private static @Nullable Instant time(Document found, String... path) {
        return value(found, path) instanceof Date date ? date.toInstant() : null;
    }
}
