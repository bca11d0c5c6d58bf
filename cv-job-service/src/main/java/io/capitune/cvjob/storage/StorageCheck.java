package io.capitune.cvjob.storage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvFiles;
import io.capitune.cvjob.storage.StorageReport.MissingFile;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.storage.StoredBlob;
import org.jboss.logging.Logger;

/** Compares what is stored with what jobs refer to; any replica may do it at any time. */
@ApplicationScoped
class StorageCheck {

    private static final Logger LOG = Logger.getLogger(StorageCheck.class);

    private static final int LOGGED = 10;

    /** So many orphans may be most of all files: of a system with few. */
    private static final int HANDFUL = 10;

    private final StorageWalk walk;
    private final Checksums checksums;
    private final StorageReports reports;
    private final CvFiles files;
    private final BlobStore store;
    private final Clock clock;

    StorageCheck(
            StorageWalk walk,
            Checksums checksums,
            StorageReports reports,
            CvFiles files,
            BlobStore store,
            Clock clock) {
        this.walk = walk;
        this.checksums = checksums;
        this.reports = reports;
        this.files = files;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Goes through everything, keeps the report and tells the log of what is wrong.
     *
     * @throws java.io.UncheckedIOException where the store is away; the last report stays
     */
    StorageReport run() {
        var tally = new Tally();
        walk.run(
                tally::stored,
                tally::orphan,
                (file, fault) ->
                        tally.missing(new MissingFile(file.job(), file.pdf().blob(), fault)));
        var round = reports.latest()
                .map(last -> checksums.next(last.readUpTo(), last.report().missingFiles()))
                .orElseGet(() -> checksums.next(null, List.of()));
        round.damaged().forEach(tally::missing);
        var report = new StorageReport(
                clock.instant(),
                tally.files,
                tally.bytes,
                tally.orphans,
                tally.orphanBytes,
                tally.orphanNames,
                tally.missing,
                tally.missingFiles,
                round.read());
        reports.keep(report, round.upTo());
        tell(report);
        return report;
    }

    private static void tell(StorageReport report) {
        if (report.missing() > 0) {
            var some = report.missingFiles().stream().limit(LOGGED).toList();
            LOG.errorf("Storage: %d files of finished jobs are missing or damaged, such as %s", report.missing(), some);
        }
        if (report.orphans() > 0) {
            LOG.warnf(
                    "Storage: %d files (%d bytes) that nobody refers to; see ./capitune admin storage",
                    report.orphans(), report.orphanBytes());
        }
    }

    /**
     * What a check of this very moment found to be nobody's.
     *
     * @param files how many are stored, these included
     */
    record Orphans(List<StoredBlob> blobs, long files) {

        /** Whether they are more than is ever left behind by accident: another database, or another's bucket. */
        boolean areMost() {
            return blobs.size() > HANDFUL && blobs.size() * 2L > files;
        }
    }

    /** Files that were deleted. */
    record Deleted(long files, long bytes) {}

    /**
     * What would be deleted now.
     *
     * @param evenMost whether it may be most of all files
     * @throws ProblemException 409 {@code ORPHANS_ARE_MOST} where it is, and may not
     */
    Orphans orphans(boolean evenMost) {
        var found = new ArrayList<StoredBlob>();
        var tally = new Tally();
        walk.run(tally::stored, found::add, (file, fault) -> {});
        var orphans = new Orphans(found, tally.files);
        if (orphans.areMost() && !evenMost) {
            throw new ProblemException(
                    409,
                    "ORPHANS_ARE_MOST",
                    "Nothing was deleted: this database knows nothing of %d of all %d files. Is it the right one, and the store its own?"
                            .formatted(found.size(), tally.files));
        }
        return orphans;
    }

    /** Deletes of them what nobody came to have until its turn came. */
    Deleted delete(Orphans orphans) {
        var deleted = new ArrayList<StoredBlob>();
        for (var blob : orphans.blobs()) {
            if (!files.isKnown(blob.name())) {
                store.delete(blob.name());
                deleted.add(blob);
            }
        }
        LOG.infof("Storage: %d files deleted that nobody referred to", deleted.size());
        return new Deleted(
                deleted.size(), deleted.stream().mapToLong(StoredBlob::bytes).sum());
    }

    /** What a walk passes by. */
    private static final class Tally {

        private long files;
        private long bytes;
        private long orphans;
        private long orphanBytes;
        private long missing;
        private final List<String> orphanNames = new ArrayList<>();
        private final List<MissingFile> missingFiles = new ArrayList<>();

        void stored(StoredBlob blob) {
            files++;
            bytes += blob.bytes();
        }

        void orphan(StoredBlob blob) {
            orphans++;
            orphanBytes += blob.bytes();
            if (orphanNames.size() < StorageReport.NAMED) {
                orphanNames.add(blob.name());
            }
        }

        void missing(MissingFile file) {
            missing++;
            if (missingFiles.size() < StorageReport.NAMED) {
                missingFiles.add(file);
            }
        }
    }
}
