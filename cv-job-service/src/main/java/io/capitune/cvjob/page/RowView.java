package io.capitune.cvjob.page;

import io.capitune.cvjob.status.CvJobView;

/**
 * A CV in the list.
 *
 * @param step the current step of a running one, 1 to 4
 */
public record RowView(CvJobView job, String title, String language, String template, int step) {

    static RowView of(CvJobView job, String title, String language, String template) {
        return new RowView(job, title, language, template, step(job.stage() == null ? "" : job.stage()));
    }

    public boolean done() {
        return "done".equals(job.status());
    }

    /** Whether the PDF was there once and is not any more. */
    public boolean gone() {
        return done() && job.downloadUrl() == null;
    }

    public boolean failed() {
        return "failed".equals(job.status());
    }

    public boolean ended() {
        return done() || failed();
    }

    /** The place in the queue, in words. */
    public String place() {
        return String.valueOf(job.position());
    }

    private static int step(String stage) {
        return switch (stage) {
            case "composing" -> 1;
            case "rendering" -> 2;
            case "printing" -> 3;
            default -> 4;
        };
    }
}
