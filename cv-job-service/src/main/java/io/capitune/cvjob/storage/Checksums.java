package io.capitune.cvjob.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvFiles;
import io.capitune.cv.job.CvFiles.CvFile;
import io.capitune.cvjob.storage.StorageReport.Fault;
import io.capitune.cvjob.storage.StorageReport.MissingFile;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.storage.BlobMissingException;
import io.capitune.platform.storage.BlobStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads some files in each check, so that all are read in the course of many, and compares them with their SHA-256. */
@ApplicationScoped
class Checksums {

    private static final Logger LOG = Logger.getLogger(Checksums.class);

    private final BlobStore store;
    private final CvFiles files;
    private final StorageConfig config;

    Checksums(BlobStore store, CvFiles files, StorageConfig config) {
        this.store = store;
        this.files = files;
        this.config = config;
    }

    /**
     * What was read.
     *
     * @param damaged files that cannot be read, or whose bytes are others than those that were written
     * @param upTo name of the last file; null where the end was reached
     */
    record Round(
            long read, List<MissingFile> damaged, @Nullable String upTo) {}

    /**
     * Goes on after the name where the last round ended, and looks again at what was damaged then.
     *
     * @throws UncheckedIOException where the store is away
     */
    Round next(@Nullable String after, List<MissingFile> before) {
        var page = files.page(after, config.checksums());
        var damaged = Stream.concat(stillThere(before), page.stream())
                .distinct()
                .filter(this::isDamaged)
                .map(file -> new MissingFile(file.job(), file.pdf().blob(), Fault.CHECKSUM))
                .toList();
        var upTo =
                page.size() < config.checksums() ? null : page.getLast().pdf().blob();
        return new Round(page.size(), damaged, upTo);
    }

    private Stream<CvFile> stillThere(List<MissingFile> before) {
        return before.stream()
                .filter(missing -> missing.fault() == Fault.CHECKSUM)
                .flatMap(missing -> files.of(missing.job(), missing.file()).stream());
    }

    private boolean isDamaged(CvFile file) {
        try (var content = store.open(file.pdf().blob())) {
            var bytes = content.readAllBytes();
            // Another length is told by the walk already.
            return bytes.length == file.pdf().bytes()
                    && !Hashes.sha256(bytes).equals(file.pdf().sha256());
        } catch (BlobMissingException e) {
            return false;
        } catch (IOException | UncheckedIOException e) {
            return isUnreadable(file, e);
        }
    }

    // One file that cannot be opened, or read to its end, must not keep the others from being looked at, and the next
    // round looks again. A store that is away says nothing of its files.
    private boolean isUnreadable(CvFile file, Exception why) {
        store.list(null, 1);
        LOG.warnf("The file %s cannot be read: %s", file.pdf().blob(), why.getMessage());
        return true;
    }
}
