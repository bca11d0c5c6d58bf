package io.capitune.cv.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.capitune.platform.mongo.Transactions;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

/** The jobs as people see them: submitted, listed, looked up, removed. Collection {@code cv_jobs}. */
@ApplicationScoped
public class CvJobs {

    /** The collection's name. */
    public static final String COLLECTION = "cv_jobs";

    private static final int POSITION_LIMIT = 100;

    private final MongoCollection<CvJob> jobs;
    private final Transactions transactions;
    private final UsageCounters usage;
    private final CorrectionCounters corrections;
    private final Garbage garbage;

    CvJobs(
            MongoDatabase database,
            Transactions transactions,
            UsageCounters usage,
            CorrectionCounters corrections,
            Garbage garbage) {
        this.jobs = database.getCollection(COLLECTION, CvJob.class);
        this.transactions = transactions;
        this.usage = usage;
        this.corrections = corrections;
        this.garbage = garbage;
    }

    /** Adds a job in the session's transaction. */
    public void add(ClientSession session, CvJob job) {
        jobs.insertOne(session, job);
    }

    /** The job of that id, whoever owns it. */
    public Optional<CvJob> find(String id) {
        return Optional.ofNullable(jobs.find(eq(id)).first());
    }

    /** The job of that id, if it is {@code owner}'s. */
    public Optional<CvJob> find(String id, String owner) {
        return Optional.ofNullable(jobs.find(and(eq(id), eq("owner", owner))).first());
    }

    /**
     * The same without composed CV and proof, which are most of the document: for those who only ask where the job stands, once a
     * second for as long as somebody watches.
     */
    public Optional<CvJob> findState(String id, String owner) {
        return Optional.ofNullable(jobs.find(and(eq(id), eq("owner", owner)))
                .projection(Projections.exclude("composition", "proof"))
                .first());
    }

    /** A place in an owner's list, newest first. */
    public record Cursor(Instant createdAt, String id) {}

    /** The owner's jobs, newest first, at most {@code limit}, those after {@code after} where it is given. */
    public List<CvJob> list(String owner, @Nullable Cursor after, int limit) {
        var filter = after == null
                ? eq("owner", owner)
                : and(
                        eq("owner", owner),
                        or(
                                lt("createdAt", after.createdAt()),
                                and(eq("createdAt", after.createdAt()), lt("_id", after.id()))));
        return jobs.find(filter)
                .sort(Sorts.descending("createdAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** How many jobs the owner has. */
    public long count(String owner) {
        return jobs.countDocuments(eq("owner", owner));
    }

    /** How many queued jobs will be claimed before this one, plus one; 101 stands for more than 100. */
    public int position(CvJob job) {
        var lower = counted(lt("rank", job.rank()), POSITION_LIMIT);
        var left = POSITION_LIMIT - lower;
        var sameRank = and(eq("rank", job.rank()), lt("createdAt", job.createdAt()));
        return 1 + lower + (left == 0 ? 0 : counted(sameRank, left));
    }

    private int counted(Bson before, int limit) {
        return (int) jobs.countDocuments(and(Ranks.CLAIMABLE, before), new CountOptions().limit(limit));
    }

    /** The id of the retry of a failed job that has not ended, whichever of its tries it was asked of. */
    public Optional<String> retryUnderWay(ClientSession session, CvJob failed) {
        var underWay = and(sameNumber(failed), in("status", CvJobStatus.QUEUED, CvJobStatus.RUNNING));
        // Only its id is read: one that cannot be decoded is under way as well.
        return Optional.ofNullable(jobs.withDocumentClass(Document.class)
                        .find(session, underWay)
                        .projection(Projections.include("_id"))
                        .first())
                .map(found -> found.getString("_id"));
    }

    /**
     * Notes the retry of a failed job; of simultaneous ones, the second conflicts and then finds the first under way.
     *
     * @return false where the failed job is gone
     */
    public boolean noteRetry(ClientSession session, CvJob failed, String retry) {
        var allTries = and(sameNumber(failed), eq("status", CvJobStatus.FAILED));
        return jobs.updateMany(session, allTries, Updates.set("retriedBy", retry))
                        .getMatchedCount()
                > 0;
    }

    /**
     * Removes the owner's job; one that has not ended is cancelled by that, and its unit given back. A worker at work on it
     * finds its claim lost.
     *
     * @return the removed job, so that its file can be deleted; empty where there is none
     */
    public Optional<CvJob> remove(String id, String owner) {
        return Optional.ofNullable(transactions.run(session -> {
            var removed = jobs.findOneAndDelete(session, and(eq(id), eq("owner", owner)));
            if (removed != null) {
                settle(session, removed);
            }
            return removed;
        }));
    }

    private void settle(ClientSession session, CvJob removed) {
        garbage.add(session, List.of(removed));
        var unit = removed.status().ended() ? null : removed.period();
        settle(session, removed.owner(), unit, removed.cv());
    }

    /**
     * What a removed job leaves behind, its file aside.
     *
     * @param period the month whose unit goes back; null where none does
     */
    void settle(ClientSession session, String owner, @Nullable String period, String cv) {
        if (period != null) {
            usage.giveBack(session, owner, period);
        }
        if (jobs.withDocumentClass(Document.class).find(session, eq("cv", cv)).first() == null) {
            corrections.forget(session, cv);
        }
    }

    /** Ended jobs of one CV that the end of this one replaces. */
    static Bson replacedBy(CvJob job) {
        return and(
                eq("cv", job.cv()),
                eq("owner", job.owner()),
                ne("_id", job.id()),
                in("status", CvJobStatus.DONE, CvJobStatus.FAILED),
                lte("corrections", job.corrections()));
    }

    /** Finished corrections of the owner's CV that were asked for after the one of that number. */
    static Bson newerThan(String cv, String owner, int corrections) {
        return and(eq("cv", cv), eq("owner", owner), eq("status", CvJobStatus.DONE), gt("corrections", corrections));
    }

    private static Bson sameNumber(CvJob job) {
        return and(eq("cv", job.cv()), eq("owner", job.owner()), eq("corrections", job.corrections()));
    }
}
