package io.capitune.cvjob.storage;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvPdf;
import io.capitune.platform.storage.BlobStore;

/** Finished jobs that can no longer give the file that was printed for them. */
@ApplicationScoped
public class LostFiles {

    private final BlobStore store;
    private final StorageReports reports;

    LostFiles(BlobStore store, StorageReports reports) {
        this.store = store;
        this.reports = reports;
    }

    /**
     * Whether the finished job's time for its file is over, the store has it no more or in another length, or the last check
     * found its bytes changed.
     *
     * @throws java.io.UncheckedIOException where the store is away
     */
    public boolean isLost(CvJob done) {
        var pdf = done.pdf();
        return pdf == null || !store.size(pdf.blob()).equals(OptionalLong.of(pdf.bytes())) || isDamaged(pdf);
    }

    private boolean isDamaged(CvPdf pdf) {
        return reports.latest().stream()
                .flatMap(last -> last.report().missingFiles().stream())
                .anyMatch(missing -> missing.file().equals(pdf.blob()));
    }
}
