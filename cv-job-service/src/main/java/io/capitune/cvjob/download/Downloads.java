package io.capitune.cvjob.download;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.CvPdf;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.OwnCvJobs;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.storage.BlobStore;

/** Printed files, for their owners only. */
@ApplicationScoped
public class Downloads {

    private final OwnCvJobs own;
    private final BlobStore files;

    Downloads(OwnCvJobs own, BlobStore files) {
        this.own = own;
        this.files = files;
    }

    /**
     * A file that is there.
     *
     * @param name the person's name, from the CV
     * @param bytes its length
     */
    public record PrintedCv(String name, CvPdf pdf, long bytes) {}

    /**
     * The caller's printed file.
     *
     * @throws ProblemException 404, 409 {@code JOB_NOT_DONE}, 410 {@code PDF_GONE}
     */
    public PrintedCv of(Caller caller, String id) {
        var job = own.get(caller, id);
        if (job.status() != CvJobStatus.DONE) {
            throw new ProblemException(
                    409, "JOB_NOT_DONE", caller.read("Ce CV n’est pas encore prêt.", "This CV is not ready yet."));
        }
        var pdf = job.pdf();
        if (pdf == null) {
            throw gone(caller);
        }
        var bytes = files.size(pdf.blob()).orElseThrow(() -> gone(caller));
        return new PrintedCv(name(job), pdf, bytes);
    }

    static ProblemException gone(Caller caller) {
        return new ProblemException(
                410,
                "PDF_GONE",
                caller.read(
                        "Le PDF n’est plus là, mais votre saisie l’est : corrigez et réimprimez, cela ne compte pas.",
                        "The PDF is gone, but what you typed is not: correct and print again, which does not count."));
    }

    private static String name(CvJob job) {
        var composition = job.composition();
        return composition == null ? "" : composition.document().name();
    }
}
