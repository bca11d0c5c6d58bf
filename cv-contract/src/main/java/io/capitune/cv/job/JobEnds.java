package io.capitune.cv.job;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.event.Outbox;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.eq;

/** How jobs end, each in its caller's transaction: with their units, their events, and what they replace. */
final class JobEnds {

    private static final FindOneAndUpdateOptions WHOSE =
            new FindOneAndUpdateOptions().projection(Projections.include("owner", "period", "cv", "corrections"));

    private final MongoCollection<CvJob> jobs;
    private final UsageCounters usage;
    private final CorrectionCounters corrections;
    private final Garbage garbage;
    private final Outbox outbox;

    JobEnds(
            MongoCollection<CvJob> jobs,
            UsageCounters usage,
            CorrectionCounters corrections,
            Garbage garbage,
            Outbox outbox) {
        this.jobs = jobs;
        this.usage = usage;
        this.corrections = corrections;
        this.garbage = garbage;
        this.outbox = outbox;
    }

    /**
     * The claim's job is done.
     *
     * @param held finds the job while the claim holds
     * @return the jobs that it replaces; null where the claim was lost
     */
    @Nullable
    List<CvJob> complete(ClientSession session, Bson held, Claim claim, CvPdf pdf, Proof proof, DomainEvent event) {
        var done = Updates.combine(
                Updates.set("status", CvJobStatus.DONE),
                Updates.set("pdf", pdf),
                Updates.set("proof", proof),
                Updates.currentDate("finishedAt"),
                Updates.unset("stage"),
                Updates.unset("leaseUntil"));
        if (jobs.updateOne(session, held, withComposition(claim, done)).getMatchedCount() == 0) {
            return null;
        }
        var job = claim.job();
        if (superseded(session, job.cv(), job.owner(), job.corrections())) {
            return removed(session, eq(job.id()));
        }
        outbox.append(session, event);
        // The first job of a CV has nothing before it.
        return job.id().equals(job.cv()) ? List.of() : removed(session, CvJobs.replacedBy(job));
    }

    /**
     * What the filter finds has failed, and its unit goes back; it is removed where a newer correction of its CV was done sooner.
     * False where the filter finds nothing.
     */
    boolean fail(ClientSession session, Bson filter, FailureCode code, String reason) {
        var update = Updates.combine(
                Updates.set("status", CvJobStatus.FAILED),
                Updates.set("failure", code),
                Updates.set("failureReason", reason),
                Updates.currentDate("finishedAt"),
                Updates.unset("stage"),
                Updates.unset("leaseUntil"));
        // Only what is needed is read: a job that cannot be decoded has to end as well.
        var failed = jobs.withDocumentClass(Document.class).findOneAndUpdate(session, filter, update, WHOSE);
        if (failed == null) {
            return false;
        }
        if (failed.getString("period") != null) {
            usage.giveBack(session, failed.getString("owner"), failed.getString("period"));
        }
        if (failed.get("corrections") instanceof Integer number
                && failed.get("cv") instanceof String cv
                && failed.get("owner") instanceof String owner
                && superseded(session, cv, owner, number)) {
            // It has no file yet.
            jobs.deleteOne(session, eq(failed.get("_id")));
        }
        return true;
    }

    private static Bson withComposition(Claim claim, Bson update) {
        return claim.composed() == null
                ? update
                : Updates.combine(update, Updates.set("composition", claim.composed()));
    }

    private boolean superseded(ClientSession session, String cv, String owner, int number) {
        if (number == 0) {
            return false;
        }
        corrections.ending(session, cv);
        return jobs.countDocuments(session, CvJobs.newerThan(cv, owner, number)) > 0;
    }

    private List<CvJob> removed(ClientSession session, Bson filter) {
        var removed = jobs.find(session, filter).into(new ArrayList<>());
        if (!removed.isEmpty()) {
            jobs.deleteMany(session, filter);
            garbage.add(session, removed);
        }
        return removed;
    }
}
