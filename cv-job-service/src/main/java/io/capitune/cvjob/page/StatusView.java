package io.capitune.cvjob.page;

import java.util.List;

import io.capitune.cvjob.retention.PdfLives.PdfLife;
import io.capitune.cvjob.status.CvJobView;
import org.jspecify.annotations.Nullable;

/**
 * The page of one CV.
 *
 * @param title the job it aims at, or the person's own title
 * @param seconds since it was submitted, while it has not ended
 * @param now the current step, for those who listen
 * @param correction whether it costs no unit
 * @param life until when the PDF is there
 */
public record StatusView(
        CvJobView job,
        String title,
        String template,
        String language,
        String pageSize,
        boolean correction,
        List<StageLine> stages,
        String now,
        long seconds,
        PdfLife life,
        @Nullable DoneView done) {

    public long minutes() {
        return seconds / 60;
    }

    /**
     * What is there once it is done.
     *
     * @param kilobytes of the file, rounded up
     * @param notes what was left out or kept, in words
     */
    public record DoneView(int pages, long kilobytes, ProofView proof, RewritesView rewrites, List<String> notes) {}
}
