package io.capitune.cv.job;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.Document;

/**
 * The indexes of {@code cv_jobs}. What is looked for by its state is in an index of that state alone: a job leaves the
 * queue's indexes when it is claimed, and one that is done is in none of them, so that neither a claim nor a count grows with
 * what was done before. {@code status} comes first in each although it has one value there: with it a count reads keys only.
 */
@ApplicationScoped
class CvJobIndexes implements MongoIndexes {

    private static final int INDEX_NOT_FOUND = 27;

    /** Indexes of earlier versions. */
    private static final List<String> RETIRED =
            List.of("status_1_notBefore_1_rank_1", "status_1_leaseUntil_1", "status_1_createdAt_1", "queued_by_rank");

    @Override
    public void ensure(MongoDatabase database) {
        var jobs = database.getCollection(CvJobs.COLLECTION);
        jobs.createIndex(
                Indexes.ascending("status", "notBefore", "rank", "createdAt"),
                only(CvJobStatus.QUEUED, "queued_in_order"));
        jobs.createIndex(Indexes.ascending("status", "createdAt"), only(CvJobStatus.QUEUED, "queued_by_age"));
        jobs.createIndex(Indexes.ascending("status", "leaseUntil"), only(CvJobStatus.RUNNING, "running_by_lease"));
        jobs.createIndex(
                Indexes.ascending("status", "finishedAt", "failure"), only(CvJobStatus.FAILED, "failed_by_end"));
        jobs.createIndex(Indexes.compoundIndex(Indexes.ascending("owner"), Indexes.descending("createdAt", "_id")));
        jobs.createIndex(Indexes.ascending("cv"));
        // Only what is there: to drop an index waits for all open transactions, and holds up all other writes
        // meanwhile.
        jobs.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()).stream()
                .filter(RETIRED::contains)
                .forEach(name -> drop(jobs, name));
    }

    private static IndexOptions only(CvJobStatus status, String name) {
        return new IndexOptions().name(name).partialFilterExpression(Filters.eq("status", status.name()));
    }

    private static void drop(MongoCollection<Document> jobs, String name) {
        try {
            jobs.dropIndex(name);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != INDEX_NOT_FOUND) {
                throw e;
            }
        }
    }
}
