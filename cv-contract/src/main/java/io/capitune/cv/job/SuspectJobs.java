package io.capitune.cv.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/**
 * Jobs that lost so many leases that they may be what kills workers, or were beside it each time. They are claimed one at a time,
 * by a worker that holds nothing else: so only what really kills workers loses one lease more.
 */
@ApplicationScoped
public class SuspectJobs {

    /** A time that never comes: only who looks for suspects finds what waits for it. */
    static final Instant ALONE = Instant.parse("9999-12-31T00:00:00Z");

    /** What becomes of a job whose waiting is over. */
    static final Bson WAITED = new Document(
            "$set",
            new Document("notBefore", new Document("$cond", List.of("$suspect", Date.from(ALONE), "$$REMOVE"))));

    private static final FindOneAndUpdateOptions FIRST =
            new FindOneAndUpdateOptions().sort(Ranks.ORDER).projection(Projections.include("_id"));

    private final MongoCollection<Document> jobs;
    private final JobQueue queue;

    SuspectJobs(MongoDatabase database, JobQueue queue) {
        this.jobs = database.getCollection(CvJobs.COLLECTION).withWriteConcern(WriteConcern.W1);
        this.queue = queue;
    }

    /** Half of the losses is enough: whatever the bound, a job is tried alone before it fails by it. */
    static Document havingLost(Document losses, int maxLosses) {
        return new Document("$gte", List.of(new Document("$multiply", List.of(losses, 2)), maxLosses));
    }

    /**
     * Says that the caller comes for a suspect as soon as it holds nothing else; for {@code time} no other worker does.
     *
     * @return the job's id, for {@link #claim}
     */
    public Optional<String> reserve(Duration time) {
        var waits = and(eq("status", CvJobStatus.QUEUED.name()), eq("notBefore", Date.from(ALONE)));
        return Optional.ofNullable(jobs.findOneAndUpdate(waits, List.of(reserved(time)), FIRST))
                .map(job -> job.getString("_id"));
    }

    /** Reserves a job for {@code time} from now on; false where it is gone, or another worker holds it. */
    public boolean reserveLonger(String id, Duration time) {
        return jobs.updateOne(waiting(id), List.of(reserved(time))).getMatchedCount() == 1;
    }

    /** Claims a reserved job; empty where it is gone, or another worker came for it since. */
    public Optional<Claim> claim(String id, Duration lease) {
        return queue.claim(waiting(id), lease);
    }

    private static Bson waiting(String id) {
        return and(eq(id), eq("status", CvJobStatus.QUEUED.name()), eq("suspect", true));
    }

    private static Bson reserved(Duration time) {
        var until = new Document("$add", List.of("$$NOW", time.toMillis()));
        return new Document("$set", new Document("notBefore", until));
    }
}
