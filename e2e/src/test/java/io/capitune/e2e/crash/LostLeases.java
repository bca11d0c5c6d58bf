package io.capitune.e2e.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

/**
 * How many leases each job lost, by the server's own history of the collection: the jobs themselves forget it when a later try
 * hands them back.
 */
record LostLeases(Map<String, Integer> byJob) {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final String CHANGED = "updateDescription.updatedFields.";

    /**
     * Reads the history.
     *
     * @param from where the run began
     * @param last jobs that ended after everything else
     */
    static LostLeases of(MongoCollection<Document> jobs, BsonTimestamp from, Set<String> last) {
        var lost = new HashMap<String, Integer>();
        var awaited = new HashSet<>(last);
        var told = Aggregates.match(or(exists(CHANGED + "losses"), in(CHANGED + "status", "DONE", "FAILED")));
        var end = System.nanoTime() + PATIENCE_NANOS;
        try (var history = jobs.watch(List.of(told)).startAtOperationTime(from).cursor()) {
            while (!awaited.isEmpty() && System.nanoTime() - end < 0) {
                var change = history.tryNext();
                if (change != null) {
                    var job = change.getDocumentKey().getString("_id").getValue();
                    if (isLoss(change)) {
                        lost.merge(job, 1, Integer::sum);
                    } else {
                        awaited.remove(job);
                    }
                }
            }
        }
        return new LostLeases(Map.copyOf(lost));
    }

    private static boolean isLoss(ChangeStreamDocument<Document> change) {
        return change.getUpdateDescription().getUpdatedFields().containsKey("losses");
    }

    int of(String job) {
        return byJob.getOrDefault(job, 0);
    }

    int total() {
        return byJob.values().stream().mapToInt(Integer::intValue).sum();
    }
}
