package io.capitune.cv.job;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.capitune.cv.job.UsageCounters.Reservation;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;

/**
 * Places in the queue, as milliseconds of the database's clock. A job comes when it is submitted; those of one account stand
 * a second apart, so that who submits a hundred at once takes one place each second and those who come meanwhile go between.
 */
@ApplicationScoped
class Ranks {

    private static final long SPACING = 1000;

    /** How far an account's ranks may run ahead before it is asked whether anything of it still waits there. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final MongoCollection<Document> jobs;

    Ranks(MongoDatabase database) {
        this.jobs = database.getCollection(CvJobs.COLLECTION);
    }

    /** The counter's fields that give the next rank, for an update with a pipeline. */
    static Document next() {
        var afterOwnLast = new Document("$add", List.of("$lastRank", SPACING));
        return new Document("lastRank", new Document("$max", List.of(new Document("$toLong", "$$NOW"), afterOwnLast)))
                .append("rankedAt", "$$NOW");
    }

    /**
     * The place that an updated counter gives. Where its ranks ran ahead although all that they were for was taken up long
     * ago, they begin anew: nobody waits behind jobs that wait no longer.
     */
    Reservation.Reserved place(ClientSession session, MongoCollection<Document> counters, Document counter) {
        var now = counter.getDate("rankedAt").toInstant();
        var rank = counter.getLong("lastRank");
        if (rank - now.toEpochMilli() > AHEAD.toMillis() && !waits(session, counter.getString("owner"))) {
            rank = now.toEpochMilli();
            counters.updateOne(
                    session, eq(counter.getString("_id")), new Document("$set", new Document("lastRank", rank)));
        }
        return new Reservation.Reserved(rank, now);
    }

    private boolean waits(ClientSession session, String owner) {
        // Says "queued" in a way that only the index by owner can answer: an account's jobs are few, a queue may be
        // long.
        var queued = nin("status", CvJobStatus.RUNNING.name(), CvJobStatus.DONE.name(), CvJobStatus.FAILED.name());
        return jobs.find(session, and(eq("owner", owner), queued))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }
}
