package io.capitune.cvjob.rights;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.capitune.cv.document.CvDocument;
import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvPdf;
import io.capitune.cvjob.input.InputView;
import org.jspecify.annotations.Nullable;

/**
 * A CV as its owner gets it back.
 *
 * @param submitted what was written
 * @param composed what was made of it; null until then
 * @param notes what was left out or kept in it
 * @param file the name of the PDF in the same folder; null where there is none
 */
record ExportedCv(
        String id,
        String status,
        Instant createdAt,
        @Nullable Instant finishedAt,
        InputView submitted,
        @Nullable CvDocument composed,
        List<String> notes,
        @Nullable String file) {

    static ExportedCv of(CvJob job, @Nullable CvPdf kept) {
        var composition = job.composition();
        return new ExportedCv(
                job.id(),
                job.status().name().toLowerCase(Locale.ROOT),
                job.createdAt(),
                job.finishedAt(),
                InputView.of(job),
                composition == null ? null : composition.document(),
                composition == null ? List.of() : composition.notes(),
                kept == null ? null : job.id() + ".pdf");
    }
}
