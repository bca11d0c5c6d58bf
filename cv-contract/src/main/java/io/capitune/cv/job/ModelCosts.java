package io.capitune.cv.job;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.eq;

/**
 * Adds up what each job's language model cost, over all its tries, in the job itself. Not fenced by a claim: what was paid was
 * paid, also by a worker that lost the job.
 */
@ApplicationScoped
public class ModelCosts {

    private static final String FIELD = "modelCost.";

    private final MongoCollection<CvJob> jobs;

    ModelCosts(MongoDatabase database) {
        this.jobs = database.getCollection(CvJobs.COLLECTION, CvJob.class);
    }

    /** Adds to what the job cost until now; nothing where it was removed meanwhile. */
    public void add(String jobId, ModelCost cost) {
        List<Bson> sums = new ArrayList<>(List.of(
                Updates.inc(FIELD + "calls", cost.calls()),
                Updates.inc(FIELD + "unmetered", cost.unmetered()),
                Updates.inc(FIELD + "unpriced", cost.unpriced()),
                Updates.inc(FIELD + "promptTokens", cost.promptTokens()),
                Updates.inc(FIELD + "cachedTokens", cost.cachedTokens()),
                Updates.inc(FIELD + "completionTokens", cost.completionTokens())));
        cost.money().forEach((currency, amount) -> sums.add(Updates.inc(FIELD + "money." + currency, amount)));
        jobs.updateOne(eq(jobId), Updates.combine(sums));
    }
}
