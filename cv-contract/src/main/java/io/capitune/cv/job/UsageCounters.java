package io.capitune.cv.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

/**
 * CVs counted per account and month: a unit is reserved when a job is accepted and given back when it fails. One document
 * per account and month in {@code usage_counters}; it also carries the account's last rank and its latest submissions, so
 * that simultaneous submissions of one account meet here and are decided one after the other.
 */
@ApplicationScoped
public class UsageCounters {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> counters;
    private final Ranks ranks;

    UsageCounters(MongoDatabase database, Ranks ranks) {
        this.ranks = ranks;
        this.counters = database.getCollection("usage_counters");
    }

    /** The outcome of a reservation. */
    public sealed interface Reservation {

        /**
         * The job has a place.
         *
         * @param rank its rank
         * @param at when, by the database's clock
         */
        record Reserved(long rank, Instant at) implements Reservation {}

        /** The month's units are used up. */
        record QuotaReached(int used) implements Reservation {}

        /** Too many accepted submissions lately. The transaction has to be rolled back. */
        record RateLimited(Duration retryAfter) implements Reservation {}
    }

    /** Makes the account's counter where it is missing: before the transaction, where an upsert would conflict. */
    public void prepare(String owner, String period) {
        // Nearly always there: looking costs less than a write that changes nothing and waits for the journal all the
        // same.
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
        var after = taken(session, owner, period, limit, ranks.next(session).append("recent", recentAndNow(window)));
        return after == null
                ? new Reservation.QuotaReached(used(owner, period))
                : withinRate(session, after, rate, window);
    }

    /** Takes one unit for what its owner did not ask for just now, so that it counts for no rate. */
    public Reservation reserve(ClientSession session, String owner, String period, int limit) {
        var after = taken(session, owner, period, limit, ranks.next(session));
        return after == null
                ? new Reservation.QuotaReached(used(owner, period))
                : ranks.place(session, counters, after);
    }

    /** A place within the rate for a job that costs no unit; never {@link Reservation.QuotaReached}. */
    public Reservation admit(ClientSession session, String owner, String period, int rate, Duration window) {
        var next = ranks.next(session).append("recent", recentAndNow(window));
        return withinRate(session, updated(session, owner, period, next), rate, window);
    }

    /** A place for a job that costs no unit and is counted elsewhere. */
    public Reservation.Reserved place(ClientSession session, String owner, String period) {
        return ranks.place(session, counters, updated(session, owner, period, ranks.next(session)));
    }

    private @Nullable Document taken(ClientSession session, String owner, String period, int limit, Document fields) {
        var unit = fields.append("used", new Document("$add", List.of("$used", 1)));
        return counters.findOneAndUpdate(
                session,
                and(eq(id(owner, period)), lt("used", limit)),
                List.<Bson>of(new Document("$set", unit)),
                AFTER);
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

    /** A month of an account. */
    public record Month(String period, int used) {}

    /** All months that are counted for an account. */
    public List<Month> months(String owner) {
        return counters.find(all(owner))
                .map(counter -> new Month(counter.getString("period"), counter.getInteger("used")))
                .into(new ArrayList<>());
    }

    /** Forgets all months of an account. */
    public void forget(String owner) {
        counters.deleteMany(all(owner));
    }

    /** By the ids, which have an index: they begin with the owner, and no owner's id has a colon. */
    private static Bson all(String owner) {
        return and(gte("_id", owner + ":"), lt("_id", owner + ";"));
    }

    private Reservation withinRate(ClientSession session, Document after, int rate, Duration window) {
        var latest = after.getList("recent", Date.class);
        return latest.size() > rate
                ? new Reservation.RateLimited(untilFree(latest, window))
                : ranks.place(session, counters, after);
    }

    private static Document recentAndNow(Duration window) {
        var windowStart = new Document("$subtract", List.of("$$NOW", window.toMillis()));
        var recent = new Document(
                "$filter",
                new Document("input", "$recent").append("cond", new Document("$gt", List.of("$$this", windowStart))));
        return new Document("$concatArrays", List.of(recent, List.of("$$NOW")));
    }

    private static Duration untilFree(List<Date> latest, Duration window) {
        var now = latest.getLast().toInstant();
        return Duration.between(now, latest.getFirst().toInstant().plus(window));
    }

    private static String id(String owner, String period) {
        return owner + ":" + period;
    }
}
