package io.capitune.worker.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.capitune.cv.job.FailureCode;

/**
 * A file on its way into the store: written while it is being proved, since the one waits for a disk and the other for a processor.
 * Whoever began it either takes its name or undoes it; what a worker leaves that dies in between, the storage check finds.
 */
final class Storing {

    private final PdfFiles files;
    private final CompletableFuture<String> name;

    private Storing(PdfFiles files, byte[] pdf) {
        this.files = files;
        this.name = CompletableFuture.supplyAsync(() -> files.put(pdf), Thread::startVirtualThread);
    }

    static Storing begin(PdfFiles files, byte[] pdf) {
        return new Storing(files, pdf);
    }

    /**
     * The name of the stored file; waits for it.
     *
     * @throws StepException where the store did not take it
     */
    String name() {
        try {
            return name.join();
        } catch (CompletionException e) {
            throw StepException.outage(FailureCode.STORAGE_FAILED, "the file could not be stored", null, e.getCause());
        }
    }

    /** Deletes the file, as soon as it is there, even if the calling thread was interrupted. Never throws. */
    void undo() {
        name.thenAcceptAsync(files::delete, Thread::startVirtualThread);
    }
}
