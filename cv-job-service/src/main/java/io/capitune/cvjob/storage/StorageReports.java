package io.capitune.cvjob.storage;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.eq;

/** The report of the last check, whichever replica made it. Collection {@code storage_checks}. */
@ApplicationScoped
class StorageReports {

    private static final String LATEST = "latest";

    private final MongoCollection<Kept> reports;

    StorageReports(MongoDatabase database) {
        this.reports = database.getCollection("storage_checks", Kept.class);
    }

    /**
     * A report and where the next check goes on.
     *
     * @param v schema version
     * @param readUpTo name of the last file whose bytes were compared; null where the next check begins anew
     */
    public record Kept(
            @BsonId String id,
            int v,
            StorageReport report,
            @Nullable String readUpTo) {}

    Optional<Kept> latest() {
        return Optional.ofNullable(reports.find(eq(LATEST)).first());
    }

    void keep(StorageReport report, @Nullable String readUpTo) {
        reports.replaceOne(eq(LATEST), new Kept(LATEST, 1, report, readUpTo), new ReplaceOptions().upsert(true));
    }
}
