package io.capitune.cv.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.capitune.platform.storage.BlobStore;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.eq;

/**
 * Files whose jobs are gone: noted in the transaction that removes the job, so that none is forgotten when the store is away
 * or the process ends before the file is deleted. Collection {@code blob_garbage}.
 */
@ApplicationScoped
public class Garbage {

    private static final Logger LOG = Logger.getLogger(Garbage.class);
    private static final int BATCH = 1000;

    private final MongoCollection<Item> items;
    private final Clock clock;

    Garbage(MongoDatabase database, Clock clock) {
        this.items = database.getCollection("blob_garbage", Item.class);
        this.clock = clock;
    }

    /** A file to be deleted; its id is the file's name. */
    public record Item(@BsonId String id, int v, Instant at) {}

    /** Notes the files of removed jobs in the session's transaction. */
    public void add(ClientSession session, Collection<CvJob> removed) {
        var found = removed.stream()
                .map(CvJob::pdf)
                .filter(pdf -> pdf != null)
                .map(pdf -> new Item(pdf.blob(), 1, clock.instant()))
                .toList();
        if (!found.isEmpty()) {
            items.insertMany(session, found);
        }
    }

    /** Notes one file in the session's transaction. */
    void add(ClientSession session, CvPdf pdf) {
        items.insertOne(session, new Item(pdf.blob(), 1, clock.instant()));
    }

    /** Whether the file is noted to be deleted. */
    boolean has(String blob) {
        return items.find(eq(blob)).first() != null;
    }

    /** Deletes the file of a removed job at once where the store lets it; {@link #sweep} does it otherwise. Never throws. */
    public static void deleteNow(@Nullable CvPdf pdf, BlobStore files) {
        if (pdf != null) {
            deleted(pdf.blob(), files);
        }
    }

    /** The same for a file that became no job's. */
    public static void deleteNow(String blob, BlobStore files) {
        deleted(blob, files);
    }

    /**
     * Deletes what was noted. Any worker may call it at any time.
     *
     * @return how many files are gone now
     */
    public int sweep(BlobStore files) {
        var swept = 0;
        for (var item : items.find().sort(Sorts.ascending("_id")).limit(BATCH).into(new ArrayList<>())) {
            if (deleted(item.id(), files)) {
                items.deleteOne(eq(item.id()));
                swept++;
            }
        }
        return swept;
    }

    private static boolean deleted(String name, BlobStore files) {
        try {
            files.delete(name);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("The file %s cannot be deleted now: %s", name, e);
            return false;
        }
    }
}
