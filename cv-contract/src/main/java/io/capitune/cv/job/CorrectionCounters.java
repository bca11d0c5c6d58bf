package io.capitune.cv.job;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

/**
 * Corrections counted per CV, whichever of its jobs they are asked of. One document per corrected CV in {@code
 * cv_corrections}; whoever counts or ends a correction writes to it, so that they are decided one after the other.
 */
@ApplicationScoped
public class CorrectionCounters {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> counters;

    CorrectionCounters(MongoDatabase database) {
        this.counters = database.getCollection("cv_corrections");
    }

    /** Makes the counter of the job's CV where it is missing: outside the transaction, where an upsert would conflict. */
    public void prepare(CvJob job) {
        var fresh = Updates.combine(
                Updates.setOnInsert("v", 1),
                Updates.setOnInsert("owner", job.owner()),
                Updates.setOnInsert("count", job.corrections()),
                Updates.setOnInsert("ended", 0));
        counters.updateOne(eq(job.cv()), fresh, new UpdateOptions().upsert(true));
    }

    /** Counts one more correction unless the CV has had {@code limit}; gives its number, from 1, or empty. */
    public Optional<Integer> count(ClientSession session, String cv, int limit) {
        var counted =
                counters.findOneAndUpdate(session, and(eq(cv), lt("count", limit)), Updates.inc("count", 1), AFTER);
        return Optional.ofNullable(counted).map(after -> after.getInteger("count"));
    }

    /**
     * Counts one more correction, whatever the limit, for a finished job whose file is lost; empty where that was done for this
     * job before. It is not given back: whoever cancels it, or changes what was typed so that it fails, has had it.
     */
    public Optional<Integer> countReprint(ClientSession session, CvJob lost) {
        var reprint = Updates.combine(Updates.inc("count", 1), Updates.set("reprinted", lost.id()));
        // Of one CV one finished job is there at a time, so that the last one that was printed again is enough to know.
        var counted =
                counters.findOneAndUpdate(session, and(eq(lost.cv()), ne("reprinted", lost.id())), reprint, AFTER);
        return Optional.ofNullable(counted).map(after -> after.getInteger("count"));
    }

    /** One of the CV's corrections ends in this transaction: no other can end in one that does not see it. */
    void ending(ClientSession session, String cv) {
        counters.updateOne(session, eq(cv), Updates.inc("ended", 1));
    }

    /** Nothing is left of the CV. */
    void forget(ClientSession session, String cv) {
        counters.deleteOne(session, eq(cv));
    }
}
