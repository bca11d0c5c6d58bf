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

    private static final FindOneAndUpdateOptions OWNER_AND_PERIOD =
            new FindOneAndUpdateOptions().projection(Projections.include("owner", "period"));

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
        if (superseded(session, claim.job())) {
            return removed(session, eq(claim.job().id()));
        }
        outbox.append(session, event);
        // The first job of a CV has nothing before it.
        return claim.job().id().equals(claim.job().cv()) ? List.of() : removed(session, CvJobs.replacedBy(claim.job()));
    }

    /** What the filter finds has failed, and its unit goes back; false where it finds nothing. */
    boolean fail(ClientSession session, Bson filter, FailureCode code, String reason) {
        var update = Updates.combine(
                Updates.set("status", CvJobStatus.FAILED),
                Updates.set("failure", code),
                Updates.set("failureReason", reason),
                Updates.currentDate("finishedAt"),
                Updates.unset("stage"),
                Updates.unset("leaseUntil"));
        // Only what is needed is read: a job that cannot be decoded has to end as well.
        var failed = jobs.withDocumentClass(Document.class).findOneAndUpdate(session, filter, update, OWNER_AND_PERIOD);
        if (failed != null && failed.getString("period") != null) {
            usage.giveBack(session, failed.getString("owner"), failed.getString("period"));
        }
        return failed != null;
    }

    /** Removes a job that has ended where a newer correction of its CV was done sooner. */
    void removeIfSuperseded(ClientSession session, CvJob job) {
        if (superseded(session, job)) {
            removed(session, eq(job.id()));
        }
    }

    private static Bson withComposition(Claim claim, Bson update) {
        return claim.composed() == null
                ? update
                : Updates.combine(update, Updates.set("composition", claim.composed()));
    }

    private boolean superseded(ClientSession session, CvJob job) {
        if (job.corrections() == 0) {
            return false;
        }
        corrections.ending(session, job.cv());
        return jobs.find(session, CvJobs.newerThan(job)).first() != null;
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
