package io.capitune.cv.job;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.event.Outbox;
import io.capitune.platform.mongo.ChangeWatch;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

/**
 * The jobs as workers see them: claimed under a lease by the database's clock, and settled exactly once. Every write of a
 * worker is fenced by its claim's token, so that one whose lease was lost changes nothing.
 */
@ApplicationScoped
public class JobQueue {

    private static final FindOneAndUpdateOptions FIRST =
            new FindOneAndUpdateOptions().sort(Ranks.ORDER).returnDocument(ReturnDocument.AFTER);

    private static final Document UNCLAIMED = new Document("$unset", List.of("stage", "claimToken", "leaseUntil"));

    /** By a worker that lives: leases that were lost before say nothing any more. */
    private static final Document LET_GO =
            new Document("$unset", List.of("stage", "claimToken", "leaseUntil", "losses", "suspect"));

    /** How many leases a running job will have lost when this one is; kept beside what {@link CvJob} tells. */
    private static final Document LOSSES =
            new Document("$add", List.of(new Document("$ifNull", List.of("$losses", 0)), 1));

    private static final Document ONE_MORE_OUTAGE =
            new Document("$add", List.of(new Document("$ifNull", List.of("$outages", 0)), 1));

    private static final Duration WAIT_PER_LOSS = Duration.ofSeconds(1);

    private final MongoCollection<CvJob> jobs;

    /**
     * For what need not outlive a crash of the server, nor wait for its journal: a claim, a lease or a stage that is undone only
     * means that the job is claimed once more, and its token fences whoever held it. It is read where it was written: a majority
     * may not have seen it yet.
     */
    private final MongoCollection<CvJob> soon;

    private final Transactions transactions;
    private final JobEnds ends;
    private final RandomTokens random;
    private final ChangeWatch changes;

    JobQueue(
            MongoDatabase database,
            Transactions transactions,
            UsageCounters usage,
            CorrectionCounters corrections,
            Garbage garbage,
            Outbox outbox,
            RandomTokens random,
            ChangeWatch changes) {
        this.jobs = database.getCollection(CvJobs.COLLECTION, CvJob.class);
        this.soon = jobs.withWriteConcern(WriteConcern.W1).withReadConcern(ReadConcern.LOCAL);
        this.transactions = transactions;
        this.ends = new JobEnds(jobs, usage, corrections, garbage, outbox);
        this.random = random;
        this.changes = changes;
    }

    /** A queue outside of a running service, for the benchmark; its indexes are made where they are missing. */
    public static JobQueue standalone(MongoClient client, MongoDatabase database) {
        new CvJobIndexes().ensure(database);
        return new JobQueue(
                database,
                new Transactions(client),
                new UsageCounters(database, new Ranks(database)),
                new CorrectionCounters(database),
                new Garbage(database, Clock.systemUTC()),
                new Outbox(database),
                new RandomTokens(),
                new ChangeWatch(database));
    }

    /** Calls {@code wake} soon after a job was queued; only a wake-up, workers poll as well. */
    public void watch(Runnable wake) {
        changes.start(CvJobs.COLLECTION, eq("operationType", "insert"), wake);
    }

    /**
     * Claims the job that comes first; never one that waits to be claimed alone ({@link SuspectJobs}).
     *
     * @throws UnreadableJobException where it is claimed and cannot be read
     */
    public Optional<Claim> claim(Duration lease) {
        return claim(Ranks.CLAIMABLE, lease);
    }

    /** Claims the first of those that the filter finds. */
    Optional<Claim> claim(Bson queued, Duration lease) {
        var token = random.id();
        var claimed = new Document("status", CvJobStatus.RUNNING.name())
                .append("stage", Stage.COMPOSING.name())
                .append("claimToken", token)
                .append("leaseUntil", fromNow(lease))
                .append("attempts", new Document("$add", List.of("$attempts", 1)))
                .append("startedAt", "$$NOW")
                .append("notBefore", "$$REMOVE");
        var job = soon.withDocumentClass(RawBsonDocument.class)
                .findOneAndUpdate(queued, List.<Bson>of(new Document("$set", claimed)), FIRST);
        return Optional.ofNullable(job).map(found -> new Claim(read(found, token), token));
    }

    private CvJob read(RawBsonDocument job, String token) {
        try {
            return job.decode(jobs.getCodecRegistry().get(CvJob.class));
        } catch (CodecConfigurationException | BSONException | IllegalArgumentException e) {
            throw new UnreadableJobException(job.getString("_id").getValue(), token, e);
        }
    }

    /**
     * Lets a job go that cannot be read, to be claimed again after {@code backoff}: a worker of another version may be able to.
     * It fails once it was tried as often as {@code maxAttempts}.
     *
     * @return whether it failed
     */
    public boolean letGo(UnreadableJobException unread, Duration backoff, int maxAttempts) {
        var held = held(unread.id(), unread.token());
        var spent = and(held, gte("attempts", maxAttempts));
        if (transactions.run(session -> ends.fail(session, spent, FailureCode.INTERNAL, "it cannot be read"))) {
            return true;
        }
        var queued = new Document("status", CvJobStatus.QUEUED.name()).append("notBefore", fromNow(backoff));
        jobs.updateOne(held, List.of(new Document("$set", queued), LET_GO));
        return false;
    }

    /** Lengthens the leases of all claims at once, and returns those that were lost. */
    public List<Claim> renew(Collection<Claim> claims, Duration lease) {
        var mine = and(
                in("_id", claims.stream().map(claim -> claim.job().id()).toList()),
                in("claimToken", claims.stream().map(Claim::token).toList()),
                eq("status", CvJobStatus.RUNNING));
        var later = new Document("$set", new Document("leaseUntil", fromNow(lease)));
        var renewed = soon.updateMany(mine, List.<Bson>of(later)).getMatchedCount();
        if (renewed == claims.size()) {
            return List.of();
        }
        var held = soon.distinct("claimToken", mine, String.class).into(new HashSet<>());
        return claims.stream().filter(claim -> !held.contains(claim.token())).toList();
    }

    /** Tells the person what is being done; false where the claim was lost. */
    public boolean enter(Claim claim, Stage stage) {
        return soon.updateOne(held(claim), Updates.set("stage", stage)).getMatchedCount() == 1;
    }

    /** Keeps the composed CV; false where the claim was lost. */
    public boolean keep(Claim claim, Composition composition) {
        var kept = Updates.combine(Updates.set("composition", composition), Updates.set("stage", Stage.RENDERING));
        return jobs.updateOne(held(claim), kept).getMatchedCount() == 1;
    }

    /**
     * The job is done: in one transaction its state, the event that tells of it, and the removal of what it replaces. Where a
     * newer correction of its CV was done sooner, it is itself what is replaced, and nothing is told.
     *
     * @return the replaced jobs, whose files are to be deleted; empty where the claim was lost, and then {@code pdf} is
     *     nobody's and has to be deleted
     */
    public Optional<List<CvJob>> complete(Claim claim, CvPdf pdf, Proof proof, DomainEvent event) {
        return Optional.ofNullable(
                transactions.run(session -> ends.complete(session, held(claim), claim, pdf, proof, event)));
    }

    /**
     * Whether this very claim completed the job with this file: asked after a {@link #complete} whose answer was lost, before
     * anything is undone. Read with majority.
     */
    public boolean isCompletedBy(Claim claim, CvPdf pdf) {
        var mine = and(
                eq(claim.job().id()),
                eq("claimToken", claim.token()),
                eq("status", CvJobStatus.DONE),
                eq("pdf.blob", pdf.blob()));
        return jobs.withReadConcern(ReadConcern.MAJORITY).find(mine).first() != null;
    }

    /**
     * The job failed for good: its unit goes back in the same transaction, and the job itself goes where a newer correction of
     * its CV is done. False where the claim was lost.
     */
    public boolean fail(Claim claim, FailureCode code, String reason) {
        return transactions.run(session -> ends.fail(session, held(claim), code, reason));
    }

    /** Hands the job back, to be claimed again after {@code backoff}. False where the claim was lost. */
    public boolean handBack(Claim claim, Duration backoff, String reason) {
        return handBack(claim, backoff, reason, false);
    }

    /** The same, where {@code outage} says that the try tells nothing of the job: it is counted apart. */
    public boolean handBack(Claim claim, Duration backoff, String reason, boolean outage) {
        var queued = new Document("status", CvJobStatus.QUEUED.name())
                .append("failureReason", new Document("$literal", reason));
        if (!backoff.isZero()) {
            queued.append("notBefore", fromNow(backoff));
        }
        if (outage) {
            queued.append("outages", ONE_MORE_OUTAGE);
        }
        return write(claim, List.of(new Document("$set", queued), LET_GO));
    }

    /** Puts the job back as if it had not been claimed: the try does not count. False where the claim was lost. */
    public boolean putBack(Claim claim) {
        var queued = new Document("status", CvJobStatus.QUEUED.name())
                .append(
                        "attempts",
                        new Document("$max", List.of(0, new Document("$subtract", List.of("$attempts", 1)))));
        return write(claim, List.of(new Document("$set", queued), LET_GO));
    }

    /** Brings back jobs whose waiting is over. Any worker may call it at any time. */
    public void wake() {
        var waited = and(eq("status", CvJobStatus.QUEUED), past("notBefore"));
        jobs.updateMany(waited, List.<Bson>of(SuspectJobs.WAITED));
    }

    /**
     * Brings back what nobody works on: jobs whose waiting is over, and jobs whose worker let the lease end. The latter wait a
     * second for each lease that they lost; what has lost half of {@code maxLosses} is {@linkplain SuspectJobs suspect}, and what
     * has lost all of them {@linkplain #fail fails} instead, since it is what kills workers. Any worker may call it at any time.
     *
     * @return what became of the leases that had ended
     */
    public Recovered recover(int maxLosses) {
        wake();
        var lost = and(eq("status", CvJobStatus.RUNNING), past("leaseUntil"));
        var again = and(lost, new Document("$expr", new Document("$lt", List.of(LOSSES, maxLosses))));
        var wait = new Document("$multiply", List.of(LOSSES, WAIT_PER_LOSS.toMillis()));
        var requeued = new Document("status", CvJobStatus.QUEUED.name())
                .append("losses", LOSSES)
                // A try that tells nothing of the job, as one in an outage: those that it has for its own errors are
                // left to it.
                .append("outages", ONE_MORE_OUTAGE)
                .append("suspect", SuspectJobs.havingLost(LOSSES, maxLosses))
                .append("notBefore", new Document("$add", List.of("$$NOW", wait)));
        var returned = (int) jobs.updateMany(again, List.<Bson>of(new Document("$set", requeued), UNCLAIMED))
                .getModifiedCount();
        var poison = and(lost, new Document("$expr", new Document("$gte", List.of(LOSSES, maxLosses))));
        var failed = 0;
        while (transactions.run(session -> ends.fail(session, poison, FailureCode.INTERNAL, "lease lost too often"))) {
            failed++;
        }
        return new Recovered(returned, failed);
    }

    /**
     * Jobs whose lease had ended.
     *
     * @param returned how many are queued again
     * @param failed how many had lost too many
     */
    public record Recovered(int returned, int failed) {

        /** How many leases had ended. */
        public int losses() {
            return returned + failed;
        }
    }

    private boolean write(Claim claim, List<Bson> pipeline) {
        return jobs.updateOne(held(claim), pipeline).getMatchedCount() == 1;
    }

    private static Bson held(Claim claim) {
        return held(claim.job().id(), claim.token());
    }

    private static Bson held(String id, String token) {
        return and(eq(id), eq("claimToken", token), eq("status", CvJobStatus.RUNNING));
    }

    /** True where the field is a time that has passed; written so that an index on the field bounds the search. */
    private static Bson past(String field) {
        return and(
                com.mongodb.client.model.Filters.type(field, org.bson.BsonType.DATE_TIME),
                new Document("$expr", new Document("$lte", List.of("$" + field, "$$NOW"))));
    }

    private static Document fromNow(Duration duration) {
        return new Document("$add", List.of("$$NOW", duration.toMillis()));
    }
}
