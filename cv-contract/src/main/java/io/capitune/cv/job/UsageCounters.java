package io.capitune.cv.job;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

/**
 * CVs counted per account and month: a unit is reserved when a job is accepted and given back when it fails. One document
 * per account and month in {@code usage_counters}; it also carries the account's last rank and its latest submissions, so
 * that simultaneous submissions of one account meet here and are decided one after the other.
 */
@ApplicationScoped
public class UsageCounters {

    /**
     * How far apart the ranks of one account's waiting jobs stand, in milliseconds: who submits a hundred at once takes one
     * place each second, and those who come meanwhile go between.
     */
    private static final long RANK_SPACING = 1000;

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> counters;

    UsageCounters(MongoDatabase database) {
        this.counters = database.getCollection("usage_counters");
    }

    /** The outcome of a reservation. */
    public sealed interface Reservation {

        /** A unit was taken; the job gets this rank. */
        record Reserved(long rank) implements Reservation {}

        /** The month's units are used up. */
        record QuotaReached(int used) implements Reservation {}

        /** Too many accepted submissions lately. The transaction has to be rolled back. */
        record RateLimited(Duration retryAfter) implements Reservation {}
    }

    /** Makes the account's counter where it is missing: before the transaction, where an upsert would conflict. */
    public void prepare(String owner, String period) {
        // Nearly always there: looking costs less than a write that changes nothing and waits for the journal all the same.
        if (counters.find(eq(id(owner, period)))
                        .projection(Projections.include("_id"))
                        .first()
                != null) {
            return;
        }
        var fresh = Updates.combine(
                Updates.setOnInsert("v", 1),
                Updates.setOnInsert("owner", owner),
                Updates.setOnInsert("period", period),
                Updates.setOnInsert("used", 0),
                Updates.setOnInsert("lastRank", 0L),
                Updates.setOnInsert("recent", List.of()));
        counters.updateOne(eq(id(owner, period)), fresh, new UpdateOptions().upsert(true));
    }

    /**
     * Takes one unit.
     *
     * @param limit units a month
     * @param rate accepted submissions allowed per {@code window}
     */
    public Reservation reserve(
            ClientSession session, String owner, String period, int limit, int rate, Duration window) {
        var next = new Document("used", new Document("$add", List.of("$used", 1)))
                .append("lastRank", nextRank())
                .append("recent", recentAndNow(window));
        var after = counters.findOneAndUpdate(
                session,
                and(eq(id(owner, period)), lt("used", limit)),
                List.<Bson>of(new Document("$set", next)),
                AFTER);
        if (after == null) {
            return new Reservation.QuotaReached(used(owner, period));
        }
        return withinRate(after, rate, window);
    }

    /** A place within the rate for a job that costs no unit; never {@link Reservation.QuotaReached}. */
    public Reservation admit(ClientSession session, String owner, String period, int rate, Duration window) {
        var next = new Document("lastRank", nextRank()).append("recent", recentAndNow(window));
        return withinRate(updated(session, owner, period, next), rate, window);
    }

    /** A rank for a job that costs no unit and is counted elsewhere. */
    public long rank(ClientSession session, String owner, String period) {
        return updated(session, owner, period, new Document("lastRank", nextRank()))
                .getLong("lastRank");
    }

    private Document updated(ClientSession session, String owner, String period, Document fields) {
        var update = List.<Bson>of(new Document("$set", fields));
        var after = counters.findOneAndUpdate(session, eq(id(owner, period)), update, AFTER);
        if (after == null) {
            throw new IllegalStateException("the counter was not prepared");
        }
        return after;
    }

    /** Gives one unit back. */
    public void giveBack(ClientSession session, String owner, String period) {
        counters.updateOne(session, and(eq(id(owner, period)), gt("used", 0)), Updates.inc("used", -1));
    }

    /** Units used in that month. */
    public int used(String owner, String period) {
        var counter = counters.find(eq(id(owner, period))).first();
        return counter == null ? 0 : counter.getInteger("used");
    }

    private static Reservation withinRate(Document after, int rate, Duration window) {
        var latest = after.getList("recent", Date.class);
        return latest.size() > rate
                ? new Reservation.RateLimited(untilFree(latest, window))
                : new Reservation.Reserved(after.getLong("lastRank"));
    }

    private static Document recentAndNow(Duration window) {
        var windowStart = new Document("$subtract", List.of("$$NOW", window.toMillis()));
        var recent = new Document(
                "$filter",
                new Document("input", "$recent").append("cond", new Document("$gt", List.of("$$this", windowStart))));
        return new Document("$concatArrays", List.of(recent, List.of("$$NOW")));
    }

    private static Document nextRank() {
        var afterOwnLast = new Document("$add", List.of("$lastRank", RANK_SPACING));
        return new Document("$max", List.of(new Document("$toLong", "$$NOW"), afterOwnLast));
    }

    private static Duration untilFree(List<Date> latest, Duration window) {
        var now = latest.getLast().toInstant();
        return Duration.between(now, latest.getFirst().toInstant().plus(window));
    }

    private static String id(String owner, String period) {
        return owner + ":" + period;
    }
}
