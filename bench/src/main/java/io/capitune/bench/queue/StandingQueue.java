package io.capitune.bench.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.capitune.cv.job.Claim;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.JobQueue;
import io.capitune.platform.random.RandomTokens;

import static com.mongodb.client.model.Filters.eq;

/** A queue that stays as long as it is, in a database of its own: for each job that is claimed, another one is queued. */
final class StandingQueue {

    private static final int BATCH = 5_000;
    private static final int OWNERS = 1_000;
    // About as long as the résumés of examples/.
    private static final CvInput INPUT = new CvInput(
            "{\"basics\":{\"name\":\"Zoé Martin\",\"summary\":\"" + "Gestion de la paie. ".repeat(150) + "\"}}",
            null,
            "Gestionnaire de paie",
            null,
            "fr",
            "classique",
            "A4",
            false);

    private final MongoDatabase database;
    private final MongoCollection<CvJob> collection;
    private final JobQueue queue;
    private final RandomTokens random = new RandomTokens();
    private long lastRank;

    private StandingQueue(MongoClient client, MongoDatabase database) {
        this.database = database;
        this.collection = database.getCollection(CvJobs.COLLECTION, CvJob.class);
        this.queue = JobQueue.standalone(client, database);
    }

    /**
     * Makes a queue of that length, with the product's indexes.
     *
     * @param number tells its database from those of other queues
     */
    static StandingQueue fill(MongoClient client, int length, int number) {
        var database = client.getDatabase("bench_claim_" + number);
        database.drop();
        var made = new StandingQueue(client, database);
        for (var left = length; left > 0; left -= BATCH) {
            made.collection.insertMany(IntStream.range(0, Math.min(BATCH, left))
                    .mapToObj(i -> made.next())
                    .toList());
        }
        return made;
    }

    JobQueue jobs() {
        return queue;
    }

    /** Claims and replaces so many jobs. */
    void turnOver(int count, Duration lease) {
        for (var i = 0; i < count; i++) {
            replace(queue.claim(lease).orElseThrow());
        }
    }

    /** Ends the claimed job, and queues another one behind all others. */
    void replace(Claim claim) {
        collection.updateOne(eq(claim.job().id()), Updates.set("status", CvJobStatus.DONE));
        collection.insertOne(next());
    }

    void drop() {
        database.drop();
    }

    private CvJob next() {
        var id = random.id();
        var owner = "owner-" + lastRank % OWNERS;
        return CvJob.queued(id, owner, INPUT, id, 0, "2026-11", ++lastRank, null, Instant.now());
    }
}
