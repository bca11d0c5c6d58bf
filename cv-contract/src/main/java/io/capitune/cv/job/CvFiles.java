package io.capitune.cv.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.capitune.platform.mongo.MongoIndexes;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

/** The files that jobs refer to, as somebody sees them who goes through the store. */
@ApplicationScoped
public class CvFiles implements MongoIndexes {

    private static final String BLOB = "pdf.blob";

    private final MongoCollection<CvFile> files;
    private final Garbage garbage;

    CvFiles(MongoDatabase database, Garbage garbage) {
        this.files = database.getCollection(CvJobs.COLLECTION, CvFile.class);
        this.garbage = garbage;
    }

    /**
     * A file and whose it is.
     *
     * @param job the id of the job
     */
    public record CvFile(@BsonId String job, CvPdf pdf) {}

    /**
     * A page of all files of jobs, by the files' names.
     *
     * @param after the last name of the page before; null for the first page
     * @param limit how many at most; fewer than that are the last
     */
    public List<CvFile> page(@Nullable String after, int limit) {
        return files.find(gt(BLOB, after == null ? "" : after))
                .projection(Projections.include("pdf"))
                .sort(Sorts.ascending(BLOB))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** That file of that job, if it still has it. */
    public Optional<CvFile> of(String job, String blob) {
        var same = and(eq(job), eq(BLOB, blob));
        return Optional.ofNullable(
                files.find(same).projection(Projections.include("pdf")).first());
    }

    /**
     * Whether somebody still has to do with the file: a job that refers to it, or the note that it is to be deleted. Asked in
     * the order in which a file passes from one to the other, so that one that is just passing is not overlooked.
     */
    public boolean isKnown(String blob) {
        return files.find(eq(BLOB, blob)).projection(Projections.include("pdf")).first() != null || garbage.has(blob);
    }

    @Override
    public void ensure(MongoDatabase database) {
        // Sparse: only jobs that are done have a file, so that the queue pays nothing for it.
        database.getCollection(CvJobs.COLLECTION).createIndex(Indexes.ascending(BLOB), new IndexOptions().sparse(true));
    }
}
