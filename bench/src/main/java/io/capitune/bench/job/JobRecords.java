package io.capitune.bench.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;

import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.capitune.cv.job.CvJobs;
import org.bson.Document;

/** The jobs as the database has them: the times that were written down while they were worked on. */
public final class JobRecords implements AutoCloseable {

    private final MongoClient client;
    private final MongoCollection<Document> jobs;

    /** @param mongodb the connection string */
    public JobRecords(String mongodb) {
        client = MongoClients.create(mongodb);
        jobs = client.getDatabase("capitune").getCollection(CvJobs.COLLECTION);
    }

    /** When a job was accepted, claimed and done: milliseconds of the epoch. */
    public record Times(long created, long started, long finished) {}

    List<Times> times(Collection<String> ids) {
        return jobs.find(Filters.in("_id", ids))
                .projection(Projections.include("createdAt", "startedAt", "finishedAt"))
                .map(job -> new Times(millis(job, "createdAt"), millis(job, "startedAt"), millis(job, "finishedAt")))
                .into(new ArrayList<>());
    }

    /** When one of them was done. */
    Times times(String id) {
        return times(List.of(id)).getFirst();
    }

    /** How many of them have that status. */
    public long count(Collection<String> ids, String status) {
        return jobs.countDocuments(Filters.and(Filters.in("_id", ids), Filters.eq("status", status)));
    }

    /** How many are neither done nor failed: only keys of indexes are counted, so that asking disturbs little. */
    long unfinished() {
        return jobs.countDocuments(Filters.eq("status", "QUEUED"))
                + jobs.countDocuments(Filters.eq("status", "RUNNING"));
    }

    /** Tells of jobs that become done, as they do. */
    ChangeStreamIterable<Document> becomingDone() {
        return jobs.watch(List.of(Aggregates.match(Filters.eq("updateDescription.updatedFields.status", "DONE"))));
    }

    private static long millis(Document job, String field) {
        return job.get(field, Date.class).getTime();
    }

    @Override
    public void close() {
        client.close();
    }
}
