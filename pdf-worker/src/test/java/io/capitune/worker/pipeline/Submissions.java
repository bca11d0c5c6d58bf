package io.capitune.worker.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.UsageCounters;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.RandomTokens;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.eq;
import static org.awaitility.Awaitility.await;

/** Submits jobs as cv-job-service does, and waits for their end. */
@ApplicationScoped
public class Submissions {

    private static final String PERIOD = "2026-11";
    private static final CvInput INPUT = input(false, "Zoé Test");

    private final CvJobs jobs;
    private final UsageCounters usage;
    private final Transactions transactions;
    private final RandomTokens random;
    private final MongoDatabase database;

    Submissions(
            CvJobs jobs, UsageCounters usage, Transactions transactions, RandomTokens random, MongoDatabase database) {
        this.database = database;
        this.jobs = jobs;
        this.usage = usage;
        this.transactions = transactions;
        this.random = random;
    }

    private static CvInput input(boolean modelAllowed, String name) {
        return new CvInput(
                "{\"basics\":{\"name\":\"%s\"}}".formatted(name),
                null,
                "Comptable",
                null,
                "fr",
                "classique",
                "A4",
                modelAllowed);
    }

    /** Reserves a unit of the owner's and queues a job of Zoé Test's. */
    public String submit(String owner, boolean modelAllowed) {
        return submit(owner, modelAllowed, "Zoé Test");
    }

    /** The same for somebody of that name. */
    public String submit(String owner, boolean modelAllowed, String name) {
        var input = input(modelAllowed, name);
        usage.prepare(owner, PERIOD);
        return transactions.run(session -> {
            usage.reserve(session, owner, PERIOD, 1000, 1000, Duration.ofMinutes(1));
            var id = random.id();
            jobs.add(session, CvJob.queued(id, owner, input, id, 0, PERIOD, 0, null, Instant.now()));
            return id;
        });
    }

    /** The same, changed before any worker can see it. */
    public String submitChanged(String owner, Bson change) {
        var id = random.id();
        usage.prepare(owner, PERIOD);
        return transactions.run(session -> {
            usage.reserve(session, owner, PERIOD, 1000, 1000, Duration.ofMinutes(1));
            jobs.add(session, CvJob.queued(id, owner, INPUT, id, 0, PERIOD, 0, null, Instant.now()));
            database.getCollection(CvJobs.COLLECTION).updateOne(session, eq(id), change);
            return id;
        });
    }

    /** The job as it is now. */
    public CvJob job(String id) {
        return jobs.find(id).orElseThrow();
    }

    /** The job once nothing more happens to it. */
    public CvJob ended(String id) {
        return once(id, job -> job.status().ended());
    }

    /** The job as soon as that holds. It may have to wait for a worker that has just started, and for its first browser. */
    public CvJob once(String id, Predicate<CvJob> holds) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> job(id), holds);
    }

    /** Units that the owner has used. */
    public int used(String owner) {
        return usage.used(owner, PERIOD);
    }
}
