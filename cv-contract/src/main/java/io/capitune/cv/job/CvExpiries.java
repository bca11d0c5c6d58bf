package io.capitune.cv.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.event.Outbox;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.mongo.Transactions;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

/**
 * The ends of jobs' files, kept in field {@code expiry} of a job beside what {@link CvJob} tells. Each step is a conditional
 * write, so that of several who take it at the same time one does.
 */
@ApplicationScoped
public class CvExpiries implements MongoIndexes {

    private static final String EXPIRY = "expiry";
    private static final String BLOB = "pdf.blob";
    private static final Bson FIELDS = Projections.include("owner", "finishedAt", "pdf", EXPIRY);

    private final MongoCollection<FinishedCv> jobs;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Garbage garbage;

    CvExpiries(MongoDatabase database, Transactions transactions, Outbox outbox, Garbage garbage) {
        this.jobs = database.getCollection(CvJobs.COLLECTION, FinishedCv.class);
        this.transactions = transactions;
        this.outbox = outbox;
        this.garbage = garbage;
    }

    /**
     * A job that is done, as far as its file's end is concerned.
     *
     * @param pdf null where the file is gone
     * @param expiry null where no end was announced
     */
    public record FinishedCv(
            @BsonId String id,
            String owner,
            Instant finishedAt,
            @Nullable CvPdf pdf,
            @Nullable FileExpiry expiry) {}

    /**
     * A page of the jobs with a file that were finished at {@code until} at the latest, the oldest first.
     *
     * @param after the last of the page before; null for the first page
     */
    public List<FinishedCv> withFile(Instant until, @Nullable FinishedCv after, int limit) {
        var finished = and(exists(BLOB), lte("finishedAt", until));
        var filter = after == null ? finished : and(finished, later(after));
        return jobs.find(filter)
                .projection(FIELDS)
                .sort(Sorts.ascending("finishedAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Bson later(FinishedCv last) {
        var same = and(eq("finishedAt", last.finishedAt()), gt("_id", last.id()));
        return or(gt("finishedAt", last.finishedAt()), same);
    }

    /** The end of a job's file; empty where none was announced. */
    public Optional<FileExpiry> of(String job) {
        return Optional.ofNullable(jobs.find(and(eq(job), eq("status", CvJobStatus.DONE)))
                        .projection(FIELDS)
                        .first())
                .map(FinishedCv::expiry);
    }

    /** Announces the end with the event that tells of it; false where it was announced before, or the file is gone. */
    public boolean announce(FinishedCv cv, FileExpiry expiry, DomainEvent event) {
        return transactions.run(session -> {
            var announced = jobs.updateOne(session, unchanged(cv), Updates.set(EXPIRY, expiry))
                            .getModifiedCount()
                    == 1;
            if (announced) {
                outbox.append(session, event);
            }
            return announced;
        });
    }

    /** Notes when the notice was sent. */
    public void told(FinishedCv cv, Instant at) {
        jobs.updateOne(unchanged(cv), Updates.set("expiry.toldAt", at));
    }

    /** Takes the announcement back; false where it was taken back before, or the file is gone. */
    public boolean spare(FinishedCv cv) {
        return jobs.updateOne(unchanged(cv), Updates.unset(EXPIRY)).getModifiedCount() == 1;
    }

    /**
     * Takes the file from its job, which stays, and notes it as garbage in the same transaction. False where that was done
     * before, or the announcement is another by now.
     */
    public boolean remove(FinishedCv cv, Instant at) {
        return transactions.run(session -> {
            var gone = Updates.combine(Updates.unset("pdf"), Updates.set("expiry.goneAt", at));
            var removed = jobs.updateOne(session, unchanged(cv), gone).getModifiedCount() == 1;
            if (removed && cv.pdf() != null) {
                garbage.add(session, cv.pdf());
            }
            return removed;
        });
    }

    /** The job as it was read: same file, same announcement or none. */
    private static Bson unchanged(FinishedCv cv) {
        var expiry = cv.expiry();
        var blob = cv.pdf() == null ? null : cv.pdf().blob();
        return and(eq(cv.id()), eq(BLOB, blob), eq("expiry.notice", expiry == null ? null : expiry.notice()));
    }

    @Override
    public void ensure(MongoDatabase database) {
        // Only jobs that have a file: neither the queue nor what is gone already weighs on it.
        database.getCollection(CvJobs.COLLECTION)
                .createIndex(
                        Indexes.ascending("finishedAt", "_id"),
                        new IndexOptions().partialFilterExpression(exists(BLOB)));
    }
}
