package io.capitune.cv.job;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.capitune.cv.job.UsageCounters.Reservation;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;

/**
 * Places in the queue. Accounts take turns, whenever they came: a job of an account of which nothing waits goes half a turn
 * behind the head of the queue, one of an account of which something waits a whole turn behind that account's last. So a
 * newcomer waits for one job of each account that waits, and those who wait are passed by newcomers of the same turn alone.
 *
 * <p>A rank is a number of milliseconds, a turn a thousand. An idle queue begins at the database's clock; while it is busy its
 * head goes on as fast as turns are served, which may be faster or slower than the clock, but never further from it than an hour.
 */
@ApplicationScoped
class Ranks {

    /** What may be claimed: queued, and not waiting after an error. */
    static final Bson CLAIMABLE = and(eq("status", CvJobStatus.QUEUED.name()), eq("notBefore", null));

    /** Which comes first: of one rank, what was submitted first. */
    static final Bson ORDER = Sorts.ascending("rank", "createdAt");

    private static final long TURN = 1000;

    /** Less than a turn, so that a newcomer waits for one job of each account; more than none, so that newcomers advance the head. */
    private static final long NEWCOMER = TURN / 2;

    /**
     * How far the head may be from the clock. It bounds how long a job can be passed by others whatever happens: its rank is within
     * this of the time when it was submitted, a turn more for each of its own account before it, and an hour after that all come behind it.
     */
    private static final long REACH = Duration.ofHours(1).toMillis();

    private static final Document NOW = new Document("$toLong", "$$NOW");

    private final MongoCollection<Document> jobs;

    Ranks(MongoDatabase database) {
        this.jobs = database.getCollection(CvJobs.COLLECTION);
    }

    /** The counter's fields that give the next rank, for an update with a pipeline in the same transaction. */
    Document next(ClientSession session) {
        var newcomer = newcomer(head(session));
        var afterOwnLast = new Document("$add", List.of("$lastRank", TURN));
        return new Document("newcomerRank", newcomer)
                .append("lastRank", new Document("$max", List.of(newcomer, afterOwnLast)))
                .append("rankedAt", "$$NOW");
    }

    /**
     * The place that an updated counter gives. Behind its own last goes who has something waiting; who has nothing goes no further
     * back than who was served just now, wherever ranks were when the queue was busy before.
     */
    Reservation.Reserved place(ClientSession session, MongoCollection<Document> counters, Document counter) {
        var rank = counter.getLong("lastRank");
        var servedJustNow = counter.getLong("newcomerRank") + TURN - NEWCOMER;
        if (rank > servedJustNow && !waits(session, counter.getString("owner"))) {
            rank = servedJustNow;
            counters.updateOne(
                    session, eq(counter.getString("_id")), new Document("$set", new Document("lastRank", rank)));
        }
        return new Reservation.Reserved(rank, counter.getDate("rankedAt").toInstant());
    }

    private static Document newcomer(@Nullable Long head) {
        if (head == null) {
            return NOW;
        }
        var latest = new Document("$add", List.of(NOW, REACH));
        var earliest = new Document("$subtract", List.of(NOW, REACH));
        var behindHead = new Document("$min", List.of(head + NEWCOMER, latest));
        return new Document("$max", List.of(behindHead, earliest));
    }

    /** The rank of the job that is claimed next; null where none is. */
    private @Nullable Long head(ClientSession session) {
        var first = jobs.find(session, CLAIMABLE)
                .sort(ORDER)
                .projection(Projections.include("rank"))
                .first();
        return first != null && first.get("rank") instanceof Number rank ? Long.valueOf(rank.longValue()) : null;
    }

    private boolean waits(ClientSession session, String owner) {
        // Says "queued" in a way that only the index by owner can answer: an account's jobs are few, a queue may be
        // long. What waits is among the newest of them.
        var queued = nin("status", CvJobStatus.RUNNING.name(), CvJobStatus.DONE.name(), CvJobStatus.FAILED.name());
        return jobs.find(session, and(eq("owner", owner), queued))
                        .sort(Sorts.descending("createdAt", "_id"))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }
}
