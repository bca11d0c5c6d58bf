package io.capitune.cvjob.storage;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvFiles;
import io.capitune.cv.job.CvFiles.CvFile;
import io.capitune.cvjob.storage.StorageReport.Fault;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the store and the jobs side by side, both in the order of the files' names, in one pass with bounded memory.
 * Files come and go meanwhile, so whatever seems wrong is looked at once more by itself before it is told.
 */
@ApplicationScoped
class StorageWalk {

    private final BlobStore store;
    private final CvFiles files;
    private final StorageConfig config;

    StorageWalk(BlobStore store, CvFiles files, StorageConfig config) {
        this.store = store;
        this.files = files;
        this.config = config;
    }

    /**
     * Visits all there is.
     *
     * @param stored every file in the store
     * @param orphan of these, what no job refers to, nobody is to delete, and was written longer ago than the grace by the store's clock
     * @param missing every file of a job that is not in the store, or has another length
     * @throws java.io.UncheckedIOException where the store is away
     */
    void run(Consumer<StoredBlob> stored, Consumer<StoredBlob> orphan, BiConsumer<CvFile, Fault> missing) {
        // By the store's clock: with ours ahead, a file whose job is just being completed would seem old.
        var before = store.now().minus(config.grace());
        var there = new Paged<StoredBlob>(store::list, StoredBlob::name);
        var wanted = new Paged<CvFile>(files::page, file -> file.pdf().blob());
        while (there.hasNext() || wanted.hasNext()) {
            var order = order(there.peekName(), wanted.peekName());
            if (order < 0) {
                var blob = there.next();
                stored.accept(blob);
                tellOrphan(blob, before, orphan);
            } else if (order > 0) {
                tellMissing(wanted.next(), missing);
            } else {
                var blob = there.next();
                stored.accept(blob);
                var file = wanted.next();
                if (file.pdf().bytes() != blob.bytes()) {
                    tellMissing(file, missing);
                }
            }
        }
    }

    /** The smaller name comes first; an end, which is null, comes last. */
    private static int order(@Nullable String there, @Nullable String wanted) {
        if (there == null || wanted == null) {
            return there == null ? 1 : -1;
        }
        return there.compareTo(wanted);
    }

    private void tellOrphan(StoredBlob blob, Instant before, Consumer<StoredBlob> orphan) {
        if (blob.modifiedAt().isBefore(before)
                && !files.isKnown(blob.name())
                && store.size(blob.name()).isPresent()) {
            orphan.accept(blob);
        }
    }

    private void tellMissing(CvFile file, BiConsumer<CvFile, Fault> missing) {
        var blob = file.pdf().blob();
        var size = store.size(blob);
        if (size.equals(OptionalLong.of(file.pdf().bytes()))
                || files.of(file.job(), blob).isEmpty()) {
            return;
        }
        missing.accept(file, size.isEmpty() ? Fault.GONE : Fault.LENGTH);
    }
}
