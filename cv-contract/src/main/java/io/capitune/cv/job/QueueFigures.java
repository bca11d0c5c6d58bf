package io.capitune.cv.job;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Sorts;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.type;

/** The queue in figures, of all workers together. Counts read index keys, never documents, and times are the database's. */
@ApplicationScoped
public class QueueFigures {

    /** Passes over what is broken: operators ask for figures when something is. */
    private static final Bson SUBMITTED = type("createdAt", BsonType.DATE_TIME);

    private final MongoCollection<Document> jobs;

    QueueFigures(MongoDatabase database) {
        this.jobs = database.getCollection(CvJobs.COLLECTION);
    }

    /**
     * How many jobs are in each state. It costs a key for each that is not done; those are what the collection's own count
     * leaves, so that their number may be off by a few while jobs end.
     */
    public Map<CvJobStatus, Long> byStatus() {
        var counts = new EnumMap<CvJobStatus, Long>(CvJobStatus.class);
        var notDone = 0L;
        for (var status : List.of(CvJobStatus.QUEUED, CvJobStatus.RUNNING, CvJobStatus.FAILED)) {
            var count = jobs.countDocuments(eq("status", status.name()));
            counts.put(status, count);
            notDone += count;
        }
        counts.put(CvJobStatus.DONE, Math.max(0, jobs.estimatedDocumentCount() - notDone));
        return counts;
    }

    /** How long the job has waited that was submitted first; empty where none waits. */
    public Optional<Duration> longestWait() {
        return age(
                Aggregates.match(and(eq("status", CvJobStatus.QUEUED.name()), SUBMITTED)),
                Aggregates.sort(Sorts.ascending("createdAt")),
                Aggregates.limit(1));
    }

    /** How long ago this job was submitted; empty where there is none. */
    public Optional<Duration> age(String id) {
        return age(Aggregates.match(and(eq(id), SUBMITTED)));
    }

    private Optional<Duration> age(Bson... first) {
        var age = new Document("$subtract", List.of("$$NOW", "$createdAt"));
        var stages = Stream.concat(
                Stream.of(first), Stream.of(Aggregates.project(new Document("_id", 0).append("age", age))));
        return Optional.ofNullable(jobs.aggregate(stages.toList()).first())
                .map(found -> Duration.ofMillis(Math.max(0, found.getLong("age"))));
    }

    /** How many failed jobs there are of each code, as long as they are kept. */
    public Map<String, Long> failures() {
        var counts = new TreeMap<String, Long>();
        jobs.aggregate(List.of(
                        Aggregates.match(eq("status", CvJobStatus.FAILED.name())),
                        Aggregates.group("$failure", Accumulators.sum("count", 1L))))
                .forEach(group -> counts.put(String.valueOf(group.getString("_id")), group.getLong("count")));
        return counts;
    }
}
