package io.capitune.worker.pipeline;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.Garbage;
import io.capitune.platform.storage.BlobStore;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/** The finished files, in the store. */
@ApplicationScoped
public class PdfFiles {

    /** The breaker's name: open while the store takes nothing. */
    public static final String BREAKER = "storage";

    private final BlobStore store;

    PdfFiles(BlobStore store) {
        this.store = store;
    }

    /** Keeps a file as {@link BlobStore#put} does, and returns its name; asks no more for a while where it was refused each time. */
    @CircuitBreaker(requestVolumeThreshold = 4, failureRatio = 1, delay = 5000)
    @CircuitBreakerName(BREAKER)
    String put(byte[] pdf) {
        return store.put(pdf, "pdf");
    }

    /** Deletes the file of a removed job where the store lets it. Never throws. */
    void delete(@Nullable CvPdf pdf) {
        Garbage.deleteNow(pdf, store);
    }

    /** The same for a file that became no job's. */
    void delete(String name) {
        Garbage.deleteNow(name, store);
    }
}
