package io.capitune.cv.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.capitune.platform.mongo.Transactions;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

/** The jobs as an operator sees and removes them. It reads no whole job, so that one that cannot be decoded is seen as well. */
@ApplicationScoped
public class OperatedJobs {

    private static final FindOneAndDeleteOptions WHAT_IS_SETTLED =
            new FindOneAndDeleteOptions().projection(Projections.include("owner", "period", "cv"));

    private final MongoCollection<Document> jobs;
    private final Transactions transactions;
    private final CvJobs own;

    OperatedJobs(MongoDatabase database, Transactions transactions, CvJobs own) {
        this.jobs = database.getCollection(CvJobs.COLLECTION);
        this.transactions = transactions;
        this.own = own;
    }

    /**
     * Which jobs are meant. Ages are by the database's clock, from the end of what failed, else from the submission.
     *
     * @param status what is done is nobody's business but its owner's
     * @param code why they failed; null for any
     * @param within no older than this
     * @param olderThan no younger than this
     */
    public record Selection(
            CvJobStatus status,
            @Nullable FailureCode code,
            @Nullable Duration within,
            @Nullable Duration olderThan) {

        public Selection {
            if (status == CvJobStatus.DONE) {
                throw new IllegalArgumentException("jobs that are done are not for operators");
            }
        }

        private String time() {
            return status == CvJobStatus.FAILED ? "finishedAt" : "createdAt";
        }

        private Bson filter() {
            var all = new ArrayList<Bson>();
            all.add(eq("status", status.name()));
            if (code != null) {
                all.add(eq("failure", code.name()));
            }
            if (within != null) {
                all.add(compared("$gte", within));
            }
            if (olderThan != null) {
                all.add(compared("$lte", olderThan));
            }
            return and(all);
        }

        private Bson compared(String how, Duration age) {
            var then = new Document("$subtract", List.of("$$NOW", age.toMillis()));
            return new Document("$expr", new Document(how, List.of("$" + time(), then)));
        }

        /** What failed last comes first; of the others, what was submitted first. */
        private Bson order() {
            return status == CvJobStatus.FAILED
                    ? Sorts.descending("status", "finishedAt")
                    : Sorts.ascending("status", "createdAt");
        }
    }

    /** At most {@code limit} of them. */
    public List<OperatedJob> list(Selection selection, int limit) {
        return found(selection.filter(), selection.order(), limit);
    }

    /** Failed ones that nobody has tried again, at most {@code limit}. */
    public List<OperatedJob> notRetried(Selection selection, int limit) {
        return found(and(selection.filter(), exists("retriedBy", false)), selection.order(), limit);
    }

    /** How many they are. */
    public long count(Selection selection) {
        return jobs.countDocuments(selection.filter());
    }

    /** The job of that id, whatever its state. */
    public Optional<OperatedJob> find(String id) {
        return found(eq(id), Sorts.ascending("_id"), 1).stream().findFirst();
    }

    private List<OperatedJob> found(Bson filter, Bson order, int limit) {
        return jobs.aggregate(List.of(
                        Aggregates.match(filter),
                        Aggregates.sort(order),
                        Aggregates.limit(limit),
                        Aggregates.project(OperatedJobReader.FIELDS)))
                .map(OperatedJobReader::read)
                .into(new ArrayList<>());
    }

    /**
     * Removes at most {@code limit} of them, failed or queued ones: what failed is forgotten, what is queued is cancelled and
     * its unit given back. One that changed its state meanwhile stays. Neither has a file.
     *
     * @return how many are gone
     */
    public int remove(Selection selection, int limit) {
        if (selection.status() == CvJobStatus.RUNNING) {
            throw new IllegalArgumentException("a worker holds what is running");
        }
        var ids = jobs.find(selection.filter())
                .sort(selection.order())
                .limit(limit)
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
        return (int) ids.stream().filter(id -> removed(id, selection.status())).count();
    }

    private boolean removed(String id, CvJobStatus status) {
        return transactions.run(session -> {
            var gone = jobs.findOneAndDelete(session, and(eq(id), eq("status", status.name())), WHAT_IS_SETTLED);
            if (gone != null) {
                var unit = status == CvJobStatus.QUEUED ? gone.getString("period") : null;
                own.settle(session, gone.getString("owner"), unit, gone.getString("cv"));
            }
            return gone != null;
        });
    }
}
